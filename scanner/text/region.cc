#include "scanner/text/region.h"

#include <algorithm>

namespace leaksieve {
namespace {

// The length of the code point at the start of `text`: 1 for a byte that starts none.
std::size_t code_point_size(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t size = lead < 0xc2   ? 1
                           : lead < 0xe0 ? 2
                           : lead < 0xf0 ? 3
                           : lead < 0xf5 ? 4
                                         : 1;
  if (size > text.size()) return 1;
  for (std::size_t i = 1; i < size; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) return 1;
  }
  return size;
}

}  // namespace

Region Regions::of(ByteSpan span) {
  if (span.begin < at_.offset) at_ = {};
  Region region;
  region.column = go_to(span.begin, at_);
  region.line = at_.line;
  Cursor end = at_;
  region.end_column = go_to(span.end, end);
  region.end_line = end.line;
  return region;
}

std::uint64_t Regions::go_to(std::uint64_t offset, Cursor& cursor) const {
  for (std::size_t end = text_.find('\n', cursor.offset); end < offset;
       end = text_.find('\n', end + 1)) {
    cursor = {end + 1, cursor.line + 1, 1};
  }
  while (cursor.offset < offset) {
    const std::size_t size = code_point_size(text_.substr(cursor.offset));
    // Inside of a code point every byte of it counts; the next look starts before it.
    if (cursor.offset + size > offset) return cursor.column + (offset - cursor.offset);
    cursor.offset += size;
    ++cursor.column;
  }
  return cursor.column;
}

Region region_of(std::string_view text, ByteSpan span) {
  return Regions(text).of(span);
}

std::string_view line_at(std::string_view text, std::uint64_t offset) {
  const std::size_t before =
      offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return text.substr(begin, std::min(text.find('\n', offset), text.size()) - begin);
}

ByteSpan lines_around(std::string_view text, ByteSpan span, int lines,
                      std::uint64_t max_bytes) {
  ByteSpan around = span;
  const std::uint64_t first = span.begin - std::min(span.begin, max_bytes);
  for (int left = lines; around.begin > first; --around.begin) {
    if (text[around.begin - 1] == '\n' && left-- == 0) break;
  }
  const std::uint64_t last = std::min<std::uint64_t>(text.size(), span.end + max_bytes);
  for (int left = lines; around.end < last; ++around.end) {
    if (text[around.end] == '\n' && left-- == 0) break;
  }
  return around;
}

}  // namespace leaksieve
