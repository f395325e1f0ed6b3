#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scanner/base/result.h"
#include "scanner/policy/acceptance.h"

namespace leaksieve {

/// Reads a baseline of another scanner: the JSON report of gitleaks or betterleaks (an
/// array), or the .secrets.baseline of detect-secrets (an object with "results").
/// Nothing if it begins as neither; an Error in one sentence if it is damaged.
///
/// Of gitleaks' findings rule, path and secret are compared, and the place where the
/// report is redacted; of detect-secrets' the path and the SHA-1 of the secret.
/// Sources: the READMEs of gitleaks 8.30 ("Creating a baseline") and
/// detect-secrets 1.5.
Result<std::optional<Acceptances>> read_foreign_baseline(std::string_view text,
                                                         const std::string& name);

}  // namespace leaksieve
