#include "scanner/text/wide_text.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace leaksieve {
namespace {

constexpr std::uint64_t kShortestRun = 16;  // characters
constexpr std::size_t kSniffed = 64;        // bytes
// How far a run is read around what is near: twice what a match reaches.
constexpr std::uint64_t kAround = 4096;

// How the code units of a text lie.
struct Units {
  std::uint8_t size = 2;
  bool big_endian = false;
  std::uint64_t mark = 0;  // bytes of the byte order mark
};

bool is_text(char c) {
  return (c >= ' ' && c <= '~') || c == '\t' || c == '\n' || c == '\r';
}

// Whether every unit of `head` is an ASCII character.
bool is_ascii_in(std::string_view head, Units units) {
  const std::size_t low = units.big_endian ? units.size - 1U : 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (i % units.size == low ? !is_text(head[i]) : head[i] != '\0') return false;
  }
  return true;
}

// Whether a text ends in one byte a character: something was appended to it. Its other
// part is a run.
bool ends_narrow(std::string_view text) {
  constexpr std::size_t kFewest = 16;
  const std::string_view tail =
      text.substr(text.size() - std::min(kSniffed, text.size()));
  return tail.size() >= kFewest &&
         std::all_of(tail.begin() + kFewest / 2, tail.end(), is_text);
}

std::optional<Units> units_of(std::string_view text) {
  using namespace std::string_view_literals;
  if (ends_narrow(text)) return std::nullopt;
  if (text.starts_with("\xFF\xFE\0\0"sv)) return Units{4, false, 4};
  if (text.starts_with("\0\0\xFE\xFF"sv)) return Units{4, true, 4};
  if (text.starts_with("\xFF\xFE"sv)) return Units{2, false, 2};
  if (text.starts_with("\xFE\xFF"sv)) return Units{2, true, 2};
  const std::string_view head = text.substr(0, std::min(kSniffed, text.size() / 4 * 4));
  if (head.size() < 16) return std::nullopt;
  for (const Units units :
       {Units{4, false, 0}, Units{4, true, 0}, Units{2, false, 0}, Units{2, true, 0}}) {
    if (is_ascii_in(head, units)) return units;
  }
  return std::nullopt;
}

std::uint32_t unit_at(std::string_view text, std::uint64_t at, Units units) {
  std::uint32_t value = 0;
  for (std::uint64_t i = 0; i < units.size; ++i) {
    const std::uint64_t place = units.big_endian ? at + i : at + units.size - 1 - i;
    value = value << 8 | static_cast<unsigned char>(text[place]);
  }
  return value;
}

void append_utf8(std::uint32_t point, std::string& out) {
  const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0 | point >> 6);
    put(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    put(0xE0 | point >> 12);
    put(0x80 | (point >> 6 & 0x3F));
    put(0x80 | (point & 0x3F));
  } else {
    put(0xF0 | point >> 18);
    put(0x80 | (point >> 12 & 0x3F));
    put(0x80 | (point >> 6 & 0x3F));
    put(0x80 | (point & 0x3F));
  }
}

}  // namespace

bool is_wide_text(std::string_view text) { return units_of(text).has_value(); }

std::optional<DecodedText> decode_wide_text(std::string_view text) {
  const std::optional<Units> units = units_of(text);
  if (!units) return std::nullopt;
  DecodedText decoded;
  decoded.encoding = units->size == 4 ? Encoding::utf32 : Encoding::utf16;
  decoded.bytes.reserve(text.size() / units->size);
  constexpr std::uint32_t kReplacement = 0xFFFD;
  std::uint64_t at = units->mark;
  while (at + units->size <= text.size()) {
    std::uint32_t point = unit_at(text, at, *units);
    std::uint64_t bytes = units->size;
    if (units->size == 2 && point >= 0xD800 && point < 0xDC00 &&
        at + 4 <= text.size()) {
      const std::uint32_t low = unit_at(text, at + 2, *units);
      if (low >= 0xDC00 && low < 0xE000) {
        point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
        bytes = 4;
      }
    }
    if (point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) point = kReplacement;
    const std::size_t before = decoded.bytes.size();
    append_utf8(point, decoded.bytes);
    decoded.map.add(decoded.bytes.size() - before, at, static_cast<std::uint8_t>(bytes),
                    static_cast<std::uint8_t>(decoded.bytes.size() - before));
    at += bytes;
  }
  return decoded;
}

bool visit_wide_runs(std::string_view text, ByteSpan near,
                     const DecodedVisitor& visit) {
  const std::uint64_t first = near.begin - std::min(near.begin, kAround);
  const std::uint64_t last = std::min<std::uint64_t>(near.end + kAround, text.size());
  std::uint64_t at = near.begin;
  while (at < near.end) {
    at = text.substr(0, near.end).find('\0', at);
    if (at >= near.end) return true;
    // Read as "a0b0": whole characters before this zero and after it.
    std::uint64_t begin = at;
    if (begin > first && is_text(text[begin - 1])) --begin;
    while (begin < at && begin >= first + 2 && text[begin - 1] == '\0' &&
           is_text(text[begin - 2])) {
      begin -= 2;
    }
    if (begin == at) ++begin;
    std::uint64_t end = at + 1;
    while (end + 1 < last && is_text(text[end]) && text[end + 1] == '\0') end += 2;
    at = end;
    DecodedText decoded;
    decoded.encoding = Encoding::utf16;
    for (std::uint64_t i = begin; i < end; i += 2) decoded.bytes += text[i];
    decoded.map.add(decoded.bytes.size(), begin, 2, 1);
    if (decoded.bytes.size() >= kShortestRun && !visit(decoded)) return false;
    // So read, "0a0b" lacks its last character, if this is one.
    if (end >= text.size() || !is_text(text[end])) continue;
    decoded.bytes += text[end];
    decoded.map.add(1, end, 1, 1);
    if (decoded.bytes.size() >= kShortestRun && !visit(decoded)) return false;
  }
  return true;
}

}  // namespace leaksieve
