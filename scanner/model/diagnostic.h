#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace leaksieve {

/// Something that went wrong, or was left out, without stopping the scan.
struct Diagnostic {
  /// A note tells what a reviewer should know; nothing is wrong.
  enum class Level { note, warning, error };
  Level level = Level::warning;
  std::string what;    ///< a sentence: lower case, no full stop, no secret
  std::string path;    ///< empty if it is about no path
  std::string object;  ///< hexadecimal object id; empty if it is about no object
  /// Something the mode promises to read was not read: the report is not complete.
  bool incomplete = false;
};

constexpr std::string_view name_of(Diagnostic::Level level) {
  constexpr std::string_view kNames[] = {"note", "warning", "error"};
  return kNames[static_cast<std::size_t>(level)];
}

using Diagnostics = std::vector<Diagnostic>;

}  // namespace leaksieve
