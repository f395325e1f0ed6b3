#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// AWS session tokens: base64 of hundreds of bytes. The regex matches a head; this
/// check takes the token to its end, at most kMaxMatchWidth bytes, percent-escapes
/// included.
///
/// Source: the fixed beginnings decode to "origin_" and a region, or to "er/aws"; seen
/// in published samples, 2026-11.
Verdict check_aws_session_token(const ValidatorInput& input);

/// Amazon Bedrock's API keys. Long-term: "ABSK" and base64 of "BedrockAPIKey-<name>-at-
/// <account>:<secret>". Short-term: "bedrock-api-key-" and base64 of a presigned URL,
/// of which the regex matches a head.
///
/// Source: docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html, 2026-11.
Verdict check_aws_bedrock(const ValidatorInput& input);

}  // namespace leaksieve
