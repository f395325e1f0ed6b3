#pragma once

#include <string_view>

#include "scanner/model/byte_span.h"
#include "scanner/model/region.h"

namespace leaksieve {

/// Lines and columns in one text. Lines end with '\n'; a byte that is no valid UTF-8
/// counts as one code point. Spans that are asked for in rising order cost one pass
/// over the text together. Borrows the text.
class Regions {
 public:
  explicit Regions(std::string_view text) : text_(text) {}
  Region of(ByteSpan span);

 private:
  struct Cursor {
    std::uint64_t offset = 0;  ///< of the beginning of a code point
    std::uint64_t line = 1;
    std::uint64_t column = 1;
  };
  /// Moves on towards `offset`; gives the column there.
  std::uint64_t go_to(std::uint64_t offset, Cursor& cursor) const;

  std::string_view text_;
  Cursor at_;
};

/// The region of one span.
Region region_of(std::string_view text, ByteSpan span);

/// The line that holds byte `offset`, without its end. Borrows from `text`. `offset`
/// may equal text.size(), which is on the last line.
std::string_view line_at(std::string_view text, std::uint64_t offset);

/// The span from `lines` lines before the line of `span` to `lines` lines after it, but
/// at most `max_bytes` to either side.
ByteSpan lines_around(std::string_view text, ByteSpan span, int lines,
                      std::uint64_t max_bytes);

}  // namespace leaksieve
