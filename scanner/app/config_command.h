#pragma once

#include <string>

#include "scanner/app/options.h"
#include "scanner/base/result.h"
#include "scanner/policy/acceptance.h"

namespace leaksieve {

/// The text of a new .leaksieve.toml: a salt, and comments that show what else may be
/// said.
std::string new_config(const Salt& salt);

/// What `config check` says of all that the files of policy accept: how many entries of
/// which file, and which have expired on `today` (ISO 8601).
std::string summary_of(const Acceptances& acceptances, const std::string& today);

/// Runs `config init` (prints the file and, unless --dry-run is given, writes it, and
/// with --accept-findings today's baseline) or `config check` (reads all files of
/// policy and fails at the first that is damaged). Gives the exit code.
Result<int> run_config(const Options& options);

}  // namespace leaksieve
