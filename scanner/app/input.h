#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/model/path_filter.h"

namespace leaksieve {

/// All of standard input. Fails if it is longer than `max_bytes` or cannot be read.
Result<std::string> read_standard_input(std::uint64_t max_bytes);

/// The paths in a file ("-": standard input), one a line; separated by NUL bytes if
/// there is one, as `git ls-files -z` and `find -print0` write them. Empty lines are
/// left out.
Result<std::vector<std::string>> read_path_list(const std::string& file);

/// A filter that excludes what the patterns match. Fails on a bad pattern, naming it.
Result<PathFilter> make_path_filter(const std::vector<std::string>& patterns);

}  // namespace leaksieve
