#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// What proves who somebody is in HTTP and on command lines.

/// "user:password" in base64: a Basic header (RFC 7617), the auth of a container
/// registry, npm's _auth. Drops what does not decode to printable text with both
/// parts, and passwords that are references, placeholders or the words that everybody
/// uses.
Verdict check_basic_auth(const ValidatorInput& input);

/// "user:password" as it is (curl -u): the same, and the secret becomes the password,
/// or the user where there is no password and it is a token.
Verdict check_user_password(const ValidatorInput& input);

/// A password, token or key in a command line. Drops what a password would (password.h)
/// and what else stands behind such a flag: other flags, paths, URLs, names of files,
/// words without a digit or a sign.
Verdict check_command_line_password(const ValidatorInput& input);

/// The token of a Bearer header (RFC 6750): as check_token (token.h), but it has a
/// digit, and a JSON Web Token is left to the rule for those.
Verdict check_bearer(const ValidatorInput& input);

}  // namespace leaksieve
