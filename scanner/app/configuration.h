#pragma once

#include <functional>
#include <optional>
#include <string>

#include "scanner/app/options.h"
#include "scanner/app/policy_place.h"
#include "scanner/base/result.h"
#include "scanner/config/config_file.h"

namespace leaksieve {

/// The names that a configuration has at the root of what is scanned, the first that is
/// there counts.
inline constexpr std::string_view kConfigNames[] = {
    ".leaksieve.toml", ".betterleaks.toml", ".gitleaks.toml"};

/// The configuration that counts: the file that --config names, else the one that
/// $LEAKSIEVE_CONFIG names (`from_environment`), else the repository's own at `place`,
/// unless the options say not to believe it. What it extends is read with it: beside a
/// named file, at `place` for the repository's. Nothing is there: an empty ConfigFile,
/// with an empty path. A damaged file is an Error.
Result<ConfigFile> load_configuration(const Options& options,
                                      const char* from_environment,
                                      const PolicyPlace& place);

/// Sets the options that the file gives and the command line did not.
void apply_settings(const ConfigFile& file, Options& options);

}  // namespace leaksieve
