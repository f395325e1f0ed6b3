#pragma once

#include <string>
#include <vector>

namespace leaksieve {

/// Something that went wrong, or was left out, without stopping the scan.
struct Diagnostic {
  enum class Level { warning, error };
  Level level = Level::warning;
  std::string what;    ///< a sentence: lower case, no full stop, no secret
  std::string path;    ///< empty if it is about no path
  std::string object;  ///< hexadecimal object id; empty if it is about no object
  /// Something the mode promises to read was not read: the report is not complete.
  bool incomplete = false;
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace leaksieve
