#include "scanner/text/escaped_text.h"

#include <algorithm>
#include <optional>

#include "scanner/base/ascii.h"
#include "scanner/text/escape_windows.h"

namespace leaksieve {
namespace {

bool is_visible(char c) { return c > ' ' && c <= '~'; }

// The byte that `digits` hexadecimal digits at `at` say, if it is one of ASCII text.
std::optional<char> text_byte(std::string_view text, std::uint64_t at,
                              std::uint64_t digits) {
  if (at + digits > text.size()) return std::nullopt;
  std::uint32_t value = 0;
  for (std::uint64_t i = at; i < at + digits; ++i) {
    const int digit = hex_value(text[i]);
    if (digit < 0) return std::nullopt;
    value = value << 4 | static_cast<std::uint32_t>(digit);
  }
  const bool blank = value == '\t' || value == '\n' || value == '\r' || value == ' ';
  if (!blank && (value <= ' ' || value > '~')) return std::nullopt;
  return static_cast<char>(value);
}

// A syntax whose escapes have one byte in common.
template <class Syntax>
struct Marked {
  static std::optional<Escape> next(std::string_view text, std::uint64_t at,
                                    std::uint64_t limit) {
    const std::string_view searched = text.substr(0, limit);
    while (at < limit) {
      at = searched.find(Syntax::kMark, at);
      if (at >= limit) return std::nullopt;
      if (auto escape = Syntax::read(text, at)) return escape;
      ++at;
    }
    return std::nullopt;
  }
};

struct Percent : Marked<Percent> {
  static constexpr Encoding kEncoding = Encoding::percent;
  static constexpr char kMark = '%';
  static std::optional<Escape> read(std::string_view text, std::uint64_t at) {
    const auto value = text_byte(text, at + 1, 2);
    if (!value) return std::nullopt;
    return Escape{at, at + 3, value, is_visible(*value) && !is_format(text, at)};
  }

  // "%2d" of printf: a lower-case letter at the end, and no word goes on.
  static bool is_format(std::string_view text, std::uint64_t at) {
    return is_lower(text[at + 2]) &&
           (at == 0 || !is_alnum(text[at - 1]) || at + 3 >= text.size() ||
            !(is_alnum(text[at + 3]) || text[at + 3] == '%'));
  }
};

struct StringEscape : Marked<StringEscape> {
  static constexpr Encoding kEncoding = Encoding::escapes;
  static constexpr char kMark = '\\';
  static std::optional<Escape> read(std::string_view text, std::uint64_t at) {
    const char kind = at + 1 < text.size() ? text[at + 1] : '\0';
    const std::uint64_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : 0;
    if (digits == 0) return std::nullopt;
    const auto value = text_byte(text, at + 2, digits);
    if (!value) return std::nullopt;
    // A string inside a string has more backslashes.
    std::uint64_t begin = at;
    while (begin > 0 && at - begin < 8 && text[begin - 1] == '\\') --begin;
    return Escape{begin, at + 2 + digits, value, is_visible(*value)};
  }
};

// RFC 2045: lines of at most 76 characters, "=" and a line end continue one.
struct QuotedPrintable : Marked<QuotedPrintable> {
  static constexpr Encoding kEncoding = Encoding::quoted_printable;
  static constexpr char kMark = '=';
  static std::optional<Escape> read(std::string_view text, std::uint64_t at) {
    const std::string_view rest = text.substr(at + 1, 2);
    if (rest.starts_with('\n') || rest == "\r\n") {
      std::uint64_t line = at;
      while (line > 0 && at - line <= 76 && text[line - 1] != '\n') --line;
      if (at - line < 70 || at - line > 76) return std::nullopt;
      return Escape{at, at + (rest[0] == '\n' ? 2U : 3U), std::nullopt, true};
    }
    if (rest.size() < 2 || is_lower(rest[0]) || is_lower(rest[1])) return std::nullopt;
    const auto value = text_byte(text, at + 1, 2);
    if (!value) return std::nullopt;
    // "name=41" is none: the escape of "=" itself tells.
    return Escape{at, at + 3, value, *value == '='};
  }
};

}  // namespace

bool visit_escaped(std::string_view text, ByteSpan near, const DecodedVisitor& visit) {
  return EscapeWindows<Percent>::visit(text, near, visit) &&
         EscapeWindows<StringEscape>::visit(text, near, visit) &&
         EscapeWindows<QuotedPrintable>::visit(text, near, visit);
}

}  // namespace leaksieve
