#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// GitHub's tokens and their checksums. Classic ones (ghp_, gho_, ghu_, ghs_, ghr_) end
/// with the base-62 CRC-32 of the random part; fine-grained ones (github_pat_) hold, 77
/// bytes in, the first eight characters of the base-32 SHA-256 of what stands before
/// it. Real tokens always pass, so a wrong checksum means a made-up one: medium.
///
/// Source: github.blog, "Behind GitHub's new authentication token formats", 2021-04;
/// the fine-grained form recomputed on published samples, 2026-11.
Verdict check_github(const ValidatorInput& input);

}  // namespace leaksieve
