#include "scanner/scan/new_text.h"

#include <algorithm>
#include <limits>

#include "scanner/source/pack/delta.h"

namespace leaksieve {

std::vector<ByteSpan> new_text(std::string_view delta, std::uint64_t size,
                               std::uint64_t base_size, std::uint64_t reach) {
  constexpr std::uint64_t kNowhere = std::numeric_limits<std::uint64_t>::max();
  std::vector<ByteSpan> spans;
  const auto add = [&](std::uint64_t begin, std::uint64_t end) {
    begin -= std::min(begin, reach);
    end = std::min(end + reach, size);
    if (!spans.empty() && begin <= spans.back().end) {
      spans.back().end = std::max(spans.back().end, end);
    } else {
      spans.push_back({begin, end});
    }
  };
  std::uint64_t at = 0;
  std::uint64_t expected = 0;  // where in the base a copy would go on without a seam
  while (!delta.empty()) {
    const auto step = take_step(delta);
    if (!step) break;
    if (step->is_copy) {
      if (step->base_begin != expected) add(at, at);
      expected = step->base_begin + step->size;
    } else {
      add(at, at + step->size);
      expected = kNowhere;
    }
    at += step->size;
  }
  if (expected != base_size) add(at, at);
  return spans;
}

}  // namespace leaksieve
