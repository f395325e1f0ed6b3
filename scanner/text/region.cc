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

struct Position {
  std::uint64_t line = 1;
  std::uint64_t line_begin = 0;
};

// Moves `position`, which is that of `from`, on to byte `to`.
void advance(std::string_view text, std::uint64_t from, std::uint64_t to,
             Position& position) {
  for (std::size_t at = text.find('\n', from); at < to; at = text.find('\n', at + 1)) {
    ++position.line;
    position.line_begin = at + 1;
  }
}

std::uint64_t column_of(std::string_view text, std::uint64_t line_begin,
                        std::uint64_t offset) {
  std::uint64_t column = 1;
  for (std::uint64_t i = line_begin; i < offset; ++column) {
    i += code_point_size(text.substr(i, offset - i));
  }
  return column;
}

}  // namespace

Region region_of(std::string_view text, ByteSpan span) {
  Region region;
  Position position;
  advance(text, 0, span.begin, position);
  region.line = position.line;
  region.column = column_of(text, position.line_begin, span.begin);
  advance(text, span.begin, span.end, position);
  region.end_line = position.line;
  region.end_column = column_of(text, position.line_begin, span.end);
  return region;
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
