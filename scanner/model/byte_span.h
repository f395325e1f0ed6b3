#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace leaksieve {

/// A half-open run of bytes, [begin, end), counted from the start of a blob.
struct ByteSpan {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;

  constexpr std::uint64_t size() const { return end - begin; }
  constexpr bool contains(const ByteSpan& inner) const {
    return begin <= inner.begin && inner.end <= end;
  }
  constexpr bool overlaps(const ByteSpan& other) const {
    return begin < other.end && other.begin < end;
  }
  friend constexpr auto operator<=>(const ByteSpan&, const ByteSpan&) = default;
};

/// The bytes of `span` in `text`. The span must lie inside; borrows from `text`.
constexpr std::string_view bytes_of(std::string_view text, ByteSpan span) {
  return text.substr(span.begin, span.size());
}

}  // namespace leaksieve
