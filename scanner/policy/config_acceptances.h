#pragma once

#include <string_view>

#include "scanner/policy/acceptance.h"
#include "scanner/policy/config.h"

namespace leaksieve {

/// leaksieve's own configuration file, at the root of a repository.
inline constexpr std::string_view kConfigFile = ".leaksieve.toml";

/// What a configuration file's [[ignore]] tables accept, and its salts, that without a
/// name first.
Acceptances acceptances_of(const Config& config);

}  // namespace leaksieve
