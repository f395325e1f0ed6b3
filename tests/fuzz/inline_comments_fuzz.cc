// Texts of any bytes: every comment that covers a span stands on a line of the text,
// and is found in any order of the spans.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "scanner/text/inline_comments.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leaksieve;
  // A copy of its own, so that a byte too far is seen.
  const auto bytes = std::make_unique<char[]>(size);
  std::copy(data, data + size, bytes.get());
  const std::string_view text(bytes.get(), size);
  const auto lines =
      static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  InlineComments rising(text);
  InlineComments falling(text);
  const std::uint64_t step = size / 64 + 1;
  std::size_t count = 0;
  for (std::uint64_t at = 0; at <= size; at += step) {
    const ByteSpan span{at, std::min<std::uint64_t>(size, at + 2 * step)};
    for (const InlineComment& comment : rising.covering(span)) {
      if (comment.line == 0 || comment.line > lines) std::abort();
      ++count;
    }
  }
  for (std::uint64_t at = size / step * step + step; at > 0; at -= step) {
    const std::uint64_t begin = at - step;
    count -= falling.covering({begin, std::min<std::uint64_t>(size, begin + 2 * step)})
                 .size();
  }
  if (count != 0) std::abort();
  return 0;
}
