#pragma once

#include <cstdint>
#include <string>

namespace leaksieve {

/// A place in a file of configuration, for messages.
struct TextPlace {
  std::string path;
  std::uint32_t line = 0;  ///< 1-based
  std::uint32_t column = 0;

  /// "path:line:column".
  std::string text() const {
    return path + ":" + std::to_string(line) + ":" + std::to_string(column);
  }
};

}  // namespace leaksieve
