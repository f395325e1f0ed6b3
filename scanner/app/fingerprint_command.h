#pragma once

#include <span>
#include <string>

#include "scanner/app/options.h"
#include "scanner/base/result.h"
#include "scanner/model/finding.h"

namespace leaksieve {

/// The entries of .leaksieve.toml that accept the findings, each once; `path` is the
/// file's from the root of the repository. By fingerprint, or, of a finding without one
/// (there is no salt), by rule and path.
std::string ignore_entries(std::span<const Finding> findings, const std::string& path);

/// Runs `fingerprint FILE[:LINE]`: prints the entries for what is found there. Fails if
/// nothing is.
Result<int> run_fingerprint(const Options& options);

}  // namespace leaksieve
