#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// Credentials that are JSON, or base64 of it.

/// Key files of Google service accounts. The regex finds the type; the private key is
/// looked for in the same object, at most kMaxMatchWidth bytes before and after it, and
/// read as any private key is. Sets the secret to the key; the account's name goes into
/// the evidence. Source: cloud.google.com/iam/docs/keys-create-delete, 2026-11.
Verdict check_gcp_service_account(const ValidatorInput& input);

/// Tokens of Cloudflare's tunnels: base64 of an object with the account ("a"), the
/// tunnel ("t") and its secret ("s"). Proven if it decodes so, else medium. Source:
/// github.com/cloudflare/cloudflared, connection.TunnelToken, 2026-11.
Verdict check_cloudflare_tunnel(const ValidatorInput& input);

/// Service account tokens of 1Password: "ops_" and base64 of an object with "secretKey"
/// and "muk" among others. Proven if it decodes so, else medium. Source: published
/// samples decoded, 2026-11.
Verdict check_onepassword_service_account(const ValidatorInput& input);

}  // namespace leaksieve
