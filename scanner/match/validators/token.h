#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// The check for tokens that have a public beginning and a random rest, and nothing
/// else to hold on to: drops what was typed (placeholder.h) and the well-known samples
/// (well_known.h); a rest that is less random than generated ones are makes the
/// confidence medium.
Verdict check_token(const ValidatorInput& input);

/// The same for a short prefix that base64 holds by chance: drops what stands beside
/// "+" or "/", or before "=", and so is a slice of something longer.
Verdict check_lone_token(const ValidatorInput& input);

/// The same for a given random part `body` of the secret, for checks that know better
/// where it begins.
Verdict check_random_body(const ValidatorInput& input, std::string_view body);

}  // namespace leaksieve
