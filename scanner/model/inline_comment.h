#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace leaksieve {

/// A comment that asks for what it covers not to be reported: ours, or that of another
/// scanner.
struct InlineComment {
  std::string marker;  ///< "leaksieve:allow"
  /// Ids or aliases; a name that ends in '*' means every id that begins so. Empty: all.
  std::vector<std::string> rules;
  std::string until;       ///< as it was written, after "until="; empty: for ever
  std::string reason;      ///< what stands after "--"
  std::uint64_t line = 0;  ///< 1-based
};

}  // namespace leaksieve
