#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// What a checksum says of a token: proven if it holds. If it does not, the token is
/// made up or was cut, which is no reason to drop it: medium. `body` is its random
/// part, which is dropped if it was typed.
Verdict judge_checksum(const ValidatorInput& input, std::string_view body, bool holds);

/// Tokens that end with the CRC-32 of their body in six base-62 digits; the body begins
/// behind the first "_". npm, Vercel. Source: github.blog, "Announcing npm's new access
/// token format", 2021-09; Vercel's recomputed on published samples, 2026-11.
Verdict check_crc62(const ValidatorInput& input);

/// Tokens whose last eight hexadecimal digits are the CRC-32 of all that stands before
/// them: Atlassian's cloud and Bitbucket's. An "=" of the token may be escaped ("\=",
/// "%3D"). Recomputed on published samples, 2026-11.
Verdict check_crc_hex_of_all(const ValidatorInput& input);

/// The same, of what stands behind the first "_" only, without an "_" before the
/// digits: Cloudflare, Zuplo. Recomputed on published samples, 2026-11.
Verdict check_crc_hex_of_body(const ValidatorInput& input);

/// Grafana's service account tokens (glsa_): behind the last "_" the CRC-32 of what
/// stands before it, its bytes in the order of a little-endian machine. Recomputed on
/// published samples, 2026-11.
Verdict check_grafana(const ValidatorInput& input);

}  // namespace leaksieve
