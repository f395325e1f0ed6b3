#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// Tokens that carry a JSON object in base64 behind their prefix: Sentry's organization
/// tokens (sntrys_, "iat", "url" and "org", then "_" and a random part), Grafana
/// Cloud's (glc_, "o", "n" and "k") and Grafana's older API keys (no prefix, "k", "n"
/// and "id"). One that decodes so is proven. One that does not is medium if it has a
/// prefix, else dropped.
///
/// Source: develop.sentry.dev, "Org auth tokens"; Grafana's source (pkg/components/
/// apikeygen); the cloud form decoded on published samples, 2026-11.
Verdict check_json_token(const ValidatorInput& input);

}  // namespace leaksieve
