#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// AWS access key ids. The 16 characters after the kind are base32 (RFC 4648) of 10
/// bytes; bits 1 to 40 of them are the number of the account, except in keys from
/// before 2019, which have I or J as the fifth character. An account number of more
/// than 12 digits proves a made-up id. Ids that end in EXAMPLE are Amazon's samples.
///
/// Source: awsteele.com, "AWS account IDs in access keys", 2020; recomputed on
/// published samples, 2026-11.
Verdict check_aws_access_key_id(const ValidatorInput& input);

}  // namespace leaksieve
