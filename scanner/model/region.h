#pragma once

#include <compare>
#include <cstdint>

namespace leaksieve {

/// Where a finding stands, as SARIF has it: 1-based, the end column is exclusive,
/// columns count Unicode code points. A line 0 means that the finding is about the
/// whole file.
struct Region {
  std::uint64_t line = 0;
  std::uint64_t column = 0;
  std::uint64_t end_line = 0;
  std::uint64_t end_column = 0;

  friend auto operator<=>(const Region&, const Region&) = default;
};

}  // namespace leaksieve
