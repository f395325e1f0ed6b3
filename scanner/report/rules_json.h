#pragma once

#include <span>
#include <string>

#include "scanner/model/rule.h"

namespace leaksieve {

/// What `rules list -o json` prints: {"schema": "leaksieve-rules/1", "rules": [...]}, a
/// rule with id, description, kind, severity, confidence, grade, and where there are
/// some aliases, tags, env, prefixes, rotate (steps and url) and check.
std::string rules_json(std::span<const Rule> rules);

}  // namespace leaksieve
