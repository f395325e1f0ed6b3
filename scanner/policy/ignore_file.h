#pragma once

#include <string>
#include <string_view>

#include "scanner/model/diagnostic.h"
#include "scanner/policy/acceptance.h"

namespace leaksieve {

/// Reads a .gitleaksignore or .betterleaksignore: one fingerprint of gitleaks a line,
/// `path:rule:line` or `commit:path:rule:line`, '#' begins a comment line. A path may
/// hold colons, and '\' stands for '/'. What is none of this is a warning, as are the
/// bare hashes of betterleaks 2, which no salt protects and which are not read.
/// `name` is what messages call the file.
/// Source: gitleaks 8.30 README, ".gitleaksignore".
Acceptances read_ignore_file(std::string_view text, const std::string& name,
                             Diagnostics& diagnostics);

}  // namespace leaksieve
