#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace leaksieve {

/// A number of bytes as people write it: "1000", "64K", "256M", "1G" (powers of 1024).
/// Nothing if it is none, 0, or more than 2^34 of its unit.
std::optional<std::uint64_t> parse_size(std::string_view text);

}  // namespace leaksieve
