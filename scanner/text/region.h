#pragma once

#include <string_view>

#include "scanner/model/byte_span.h"
#include "scanner/model/region.h"

namespace leaksieve {

/// Lines and columns of `span`, counted once from the start of `text`. Lines end with
/// '\n'; a byte that is no valid UTF-8 counts as one code point.
Region region_of(std::string_view text, ByteSpan span);

/// The line that holds byte `offset`, without its end. Borrows from `text`. `offset`
/// may equal text.size(), which is on the last line.
std::string_view line_at(std::string_view text, std::uint64_t offset);

/// The span from `lines` lines before the line of `span` to `lines` lines after it, but
/// at most `max_bytes` to either side.
ByteSpan lines_around(std::string_view text, ByteSpan span, int lines,
                      std::uint64_t max_bytes);

}  // namespace leaksieve
