#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// Passwords in URLs: scheme://user:password@host. Reads the URL again from its start:
/// the user ends at the first ":", the password at the last "@" before the path (RFC
/// 3986), or, where somebody left "/", "?" or "#" raw in a password, at the first "@"
/// after it. Sets the match to the URL up to its host and port, and the secret to the
/// password.
///
/// Drops references, placeholders, a password that equals the user, the host or the
/// database, "host:port/path@x", container images with a digest, and the words that
/// everybody uses for local hosts and samples. The host raises or lowers the severity.
///
/// Source: RFC 3986, section 3.2; the rest is our own, 2026-11.
Verdict check_url_credentials(const ValidatorInput& input);

}  // namespace leaksieve
