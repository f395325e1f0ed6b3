#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// Passwords that a name announces (EMAIL_HOST_PASSWORD, requirepass). People choose
/// them, so randomness is not asked for: drops references, placeholders and the words
/// that everybody uses; what is short or simple has medium confidence.
///
/// Source: our own lists (placeholder.h), 2026-11.
Verdict check_password(const ValidatorInput& input);

/// The password of a connection string ("Server=...;Password=..."): as above, and a
/// host that only this machine can reach makes the severity medium.
Verdict check_connection_string(const ValidatorInput& input);

}  // namespace leaksieve
