#pragma once

#include <cstdint>

#include "scanner/model/finding.h"
#include "scanner/policy/config.h"

namespace leaksieve {

/// The days after which the finding's secret has to be rotated: those of its rule, else
/// of an alias, a tag, its kind, its severity, else of all; else `otherwise`.
std::int64_t rotation_days(const RotateAfter& rotate_after, const Finding& finding,
                           std::int64_t otherwise);

/// Sets by when a secret has to be rotated that is to be `days` after it came.
void set_rotation(std::int64_t days, Exposure& exposure);

}  // namespace leaksieve
