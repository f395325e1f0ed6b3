#include "scanner/match/text_change.h"

#include <algorithm>

namespace leaksieve {

std::vector<ByteSpan> widened(const std::vector<ByteSpan>& spans, std::uint64_t before,
                              std::uint64_t after, std::uint64_t size) {
  std::vector<ByteSpan> wide;
  for (const ByteSpan span : spans) {
    const std::uint64_t begin = span.begin - std::min(span.begin, before);
    const std::uint64_t end = std::min(span.end + after, size);
    if (!wide.empty() && begin <= wide.back().end) {
      wide.back().end = std::max(wide.back().end, end);
    } else {
      wide.push_back({begin, end});
    }
  }
  return wide;
}

}  // namespace leaksieve
