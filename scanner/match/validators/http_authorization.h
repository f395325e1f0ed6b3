#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// Credentials of HTTP: "Basic" and the base64 of a user and a password (RFC 7617),
/// "Bearer" (RFC 6750) or "Token" and a token that looks generated, and the user and
/// password that curl is called with. The secret is what stands after the scheme, or
/// the password alone.
Verdict check_http_authorization(const ValidatorInput& input);

/// A parameter of a URL whose name says that it lets somebody in: "api_key=",
/// "private_token=", "sig=". Signatures of signed URLs end by themselves: low severity.
Verdict check_url_parameter(const ValidatorInput& input);

}  // namespace leaksieve
