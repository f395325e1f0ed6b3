#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// Clerk's secret keys: a random body after "sk_live_" or "sk_test_" (or, before
/// December 2022, "live_" and "test_"). Keys of development instances are high, of
/// production instances critical. There is no checksum.
///
/// Source: clerk.com/docs/deployments/environments, 2026-11.
Verdict check_clerk(const ValidatorInput& input);

}  // namespace leaksieve
