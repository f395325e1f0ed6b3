#pragma once

#include <span>
#include <string>

#include "scanner/model/rule.h"

namespace leaksieve {

/// What `rules list` prints: a line a rule with its id, severity, confidence, kind,
/// grade and description, in columns.
std::string list_rules(std::span<const Rule> rules);

}  // namespace leaksieve
