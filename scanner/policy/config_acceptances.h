#pragma once

#include "scanner/policy/acceptance.h"
#include "scanner/policy/config.h"

namespace leaksieve {

/// What a configuration file's [[ignore]] tables accept, and its salts, that without a
/// name first.
Acceptances acceptances_of(const Config& config);

}  // namespace leaksieve
