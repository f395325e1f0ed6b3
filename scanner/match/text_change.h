#pragma once

#include <cstdint>
#include <vector>

#include "scanner/model/byte_span.h"

namespace leaksieve {

/// A run of bytes that a text took over from its base.
struct CopiedRun {
  std::uint64_t from = 0;  ///< in the base
  std::uint64_t to = 0;    ///< in the text
  std::uint64_t size = 0;  ///< bytes, never 0
};

/// How a text differs from its base, the text that it was made of.
struct TextChange {
  /// Rising: what is new in the text. Empty spans are seams, where bytes meet that did
  /// not do so in the base; the start and the end of the text are seams if they are not
  /// those of the base.
  std::vector<ByteSpan> fresh;
  std::vector<CopiedRun> kept;  ///< the rest, rising by `to`
};

/// Each of the spans with `before` and `after` more bytes, those that touch joined,
/// inside a text of `size` bytes. `spans` rise.
std::vector<ByteSpan> widened(const std::vector<ByteSpan>& spans, std::uint64_t before,
                              std::uint64_t after, std::uint64_t size);

}  // namespace leaksieve
