#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// Signing secrets of webhooks: "whsec_" or "whsk_" and then base64 of at least 16
/// random bytes (Svix makes 24), or 32 letters and digits or 64 hexadecimal digits at
/// Stripe, which decode as base64 too.
///
/// Source: github.com/standard-webhooks/standard-webhooks, "Signature scheme", 2026-11.
Verdict check_webhook(const ValidatorInput& input);

}  // namespace leaksieve
