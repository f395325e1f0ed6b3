#include "scanner/report/escape.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace leaksieve {
namespace {

/// The character at the front of a text, or the part that is not one.
struct Character {
  char32_t code = 0;
  std::size_t bytes = 1;
  bool valid = false;
};

struct Range {
  char32_t first;
  char32_t last;
  bool contains(char32_t code) const { return first <= code && code <= last; }
};

/// Characters that a reader does not see, or that reorder what he sees: format controls
/// (general category Cf), line and paragraph separators, and fillers that show as
/// blank. Source: Unicode 15.0, DerivedGeneralCategory.txt and PropList.txt
/// (Bidi_Control).
constexpr Range kInvisible[] = {
    {0x00ad, 0x00ad}, {0x034f, 0x034f},   {0x061c, 0x061c},   {0x115f, 0x1160},
    {0x17b4, 0x17b5}, {0x180b, 0x180f},   {0x200b, 0x200f},   {0x2028, 0x202e},
    {0x2060, 0x206f}, {0x3164, 0x3164},   {0xfeff, 0xfeff},   {0xffa0, 0xffa0},
    {0xfff9, 0xfffb}, {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff},
};

unsigned char byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

/// Decodes the front of `text`, which is not empty. Where it is not UTF-8, `bytes` is
/// the length of the maximal part that a valid character could have begun with, at
/// least 1. Source: the Unicode standard, table 3-7, "Well-Formed UTF-8 Byte
/// Sequences".
Character front_of(std::string_view text) {
  const unsigned char lead = byte_at(text, 0);
  if (lead < 0x80) return {lead, 1, true};
  if (lead < 0xc2 || lead > 0xf4) return {};

  const std::size_t length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  char32_t code = lead & (0xffU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if (i == text.size()) return {0, i, false};
    unsigned char low = 0x80;
    unsigned char high = 0xbf;
    if (i == 1) {
      // The second byte is what tells overlong forms, surrogates and the end of
      // Unicode.
      if (lead == 0xe0) low = 0xa0;
      if (lead == 0xed) high = 0x9f;
      if (lead == 0xf0) low = 0x90;
      if (lead == 0xf4) high = 0x8f;
    }
    const unsigned char next = byte_at(text, i);
    if (next < low || next > high) return {0, i, false};
    code = (code << 6) | (next & 0x3fU);
  }
  return {code, length, true};
}

bool is_invisible(char32_t code) {
  if (code >= 0x80 && code <= 0x9f) return true;  // C1: 0x9b starts a control sequence
  return std::any_of(std::begin(kInvisible), std::end(kInvisible),
                     [code](const Range& range) { return range.contains(code); });
}

void append_visible(std::string& out, std::string_view bytes,
                    const Character& character) {
  if (!character.valid) {
    for (const char byte : bytes) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
    }
  } else if (character.code == '\n') {
    out += "\\n";
  } else if (character.code == '\r') {
    out += "\\r";
  } else if (character.code == '\t') {
    out += "\\t";
  } else if (character.code < 0x20 || character.code == 0x7f) {
    out += fmt::format("\\x{:02x}", static_cast<unsigned>(character.code));
  } else if (character.code == '[' && out.ends_with("##")) {
    out += "\\x5b";  // "##[error]" anywhere in a log is a command to GitHub's runner
  } else if (is_invisible(character.code)) {
    out += fmt::format("\\u{{{:x}}}", static_cast<unsigned>(character.code));
  } else {
    out += bytes;
  }
}

/// `path` with each byte for which `keep` is false written as %XX.
template <class Keep>
std::string percent(std::string_view path, Keep keep) {
  std::string out;
  out.reserve(path.size());
  for (const char c : path) {
    if (keep(c)) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

}  // namespace

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const Character character = front_of(text);
    if (!character.valid) return false;
    text.remove_prefix(character.bytes);
  }
  return true;
}

std::string valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Character character = front_of(text);
    out += character.valid ? text.substr(0, character.bytes) : "\xef\xbf\xbd";
    text.remove_prefix(character.bytes);
  }
  return out;
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Character character = front_of(text);
    append_visible(out, text.substr(0, character.bytes), character);
    text.remove_prefix(character.bytes);
  }
  return out;
}

std::string percent_encoded(std::string_view path) {
  return percent(path, [](char c) { return c >= ' ' && c <= '~' && c != '%'; });
}

std::string uri_of_path(std::string_view path) {
  // The unreserved characters, '/', and of the sub-delimiters those that are common in
  // names and harmless. ':' is encoded, so that "a:b" has no scheme.
  std::string uri = percent(path, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~/+,=@!").find(c) != std::string_view::npos;
  });
  const std::size_t slashes = std::min(uri.find_first_not_of('/'), uri.size());
  // One slash, whatever the path begins with: "//host" would name a host.
  if (slashes > 0) uri.replace(0, slashes, "file:///");
  return uri;
}

}  // namespace leaksieve
