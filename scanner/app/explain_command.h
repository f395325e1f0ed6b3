#pragma once

#include <span>
#include <string>
#include <string_view>

#include "scanner/base/result.h"
#include "scanner/model/rule.h"

namespace leaksieve {

/// What `explain RULE` prints of each rule that answers to the id or alias: what it is,
/// how it is recognised, a made-up example, how to rotate it and how its owner asks
/// whether it is still live. An unknown name is an Error with the nearest one.
Result<std::string> explain(std::span<const Rule> rules, std::string_view name);

}  // namespace leaksieve
