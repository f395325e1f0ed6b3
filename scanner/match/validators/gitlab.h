#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// GitLab's tokens. A routable one (since 17.10) is
///
///     glpat-  PAYLOAD  .01.  LL  CCCCCCC
///
/// PAYLOAD is base64url of random bytes, lines "o:1", "u:2", ... and the length of
/// these lines in one byte; LL is the length of PAYLOAD in base 36, CCCCCCC the CRC-32
/// of all that stands before it, in base 36. A transitional form has no "01.". If the
/// checksum holds it is proven, else medium. Older ones have a random part and nothing
/// else; their confidence stays the rule's.
///
/// Source: gitlab.com, lib/authn/token_field/generator/routable_token.rb, 2026-11.
Verdict check_gitlab(const ValidatorInput& input);

}  // namespace leaksieve
