#pragma once

#include <string>
#include <vector>

#include "scanner/base/result.h"

namespace leaksieve {

/// One -o FORMAT[=FILE]. An empty file is standard output.
struct OutputTarget {
  std::string format;
  std::string file;
};

/// The names of the formats, with commas between, for the help.
std::string format_names();

/// What was typed after each -o, the text report on standard output if nothing was.
/// Fails on a format that there is not, and where two reports, or one and the file of
/// the rotation plan (empty: none), would go to one place.
Result<std::vector<OutputTarget>> output_targets(const std::vector<std::string>& typed,
                                                 const std::string& rotation_plan);

}  // namespace leaksieve
