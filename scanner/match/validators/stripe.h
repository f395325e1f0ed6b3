#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// Keys after "sk_live_", "sk_test_", "rk_live_", "rk_test_" as Stripe, Paystack,
/// WorkOS and Magic issue them: a random body without checksum. Keys of test mode move
/// no money: medium.
///
/// Source: docs.stripe.com/keys, 2026-11.
Verdict check_stripe(const ValidatorInput& input);

}  // namespace leaksieve
