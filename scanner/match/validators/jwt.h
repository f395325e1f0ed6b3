#pragma once

#include <cstdint>

#include "scanner/match/validator.h"

namespace leaksieve {

/// JSON Web Tokens. Reads on from the header to the end of the signature and sets match
/// and secret to all three parts. Drops what does not decode to two JSON objects with
/// an algorithm and a usual claim, the token of the tutorial, and the tokens that are
/// public by design (Supabase's "anon" role and its demo).
///
/// The claims decide the severity: low if it has run out, lives for a quarter of an
/// hour or is not signed; medium if it runs out within a year; else high; one more for
/// wide scopes, critical for service roles and cluster accounts. A signature of another
/// length than its algorithm's makes the confidence medium. The evidence names the
/// algorithm, the host of the issuer and the role.
///
/// Needs the time of day, so what it says of one text may change from day to day, from
/// a higher severity to a lower one.
///
/// Source: RFC 7519, RFC 7518 section 3 (lengths),
/// supabase.com/docs/guides/api/api-keys.
Verdict check_jwt(const ValidatorInput& input);

/// The same at a given time, in seconds since 1970.
Verdict check_jwt_at(const ValidatorInput& input, std::int64_t now);

/// The same for a token that is encoded in base64 once more; the secret is what stands
/// in the text.
Verdict check_base64_jwt(const ValidatorInput& input);
Verdict check_base64_jwt_at(const ValidatorInput& input, std::int64_t now);

}  // namespace leaksieve
