#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// AWS secret access keys: base64 of 30 random bytes, no beginning, no checksum. Drops
/// what is not random enough, has not all of upper case, lower case and digits (SHA-1
/// and other hex), is a slice of a longer base64 text, looks like a path, or is one of
/// Amazon's samples (EXAMPLE). A name that is not AWS's own ("secret_key") needs a key
/// id within 400 bytes for more than medium confidence.
///
/// Source: our own measure of random strings (entropy.h), 2026-11.
Verdict check_aws_secret_access_key(const ValidatorInput& input);

/// SMTP passwords of Amazon SES: base64 of a version byte (4) and 32 bytes that are
/// made from a secret access key. The same tests of randomness.
///
/// Source: docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html, 2026-11.
Verdict check_aws_ses_smtp(const ValidatorInput& input);

}  // namespace leaksieve
