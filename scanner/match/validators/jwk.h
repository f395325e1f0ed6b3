#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// JSON Web Keys. Looks through the object around "kty" (4 KiB before it, 8 KiB after)
/// for the private part: "d", or "k" of a symmetric key. Sets the secret to it. Drops
/// public keys and placeholders.
///
/// Source: RFC 7517, RFC 7518 section 6, RFC 8037.
Verdict check_jwk(const ValidatorInput& input);

}  // namespace leaksieve
