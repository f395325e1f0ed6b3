#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "scanner/text/decoded_text.h"
#include "scanner/text/escaped_text.h"

namespace leaksieve {

/// What is replaced in a text: [begin, end) stands for `value`, or for nothing.
struct Escape {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  std::optional<char> value;
  bool tells = true;  ///< worth decoding the text around it
};

/// The windows of one syntax of escapes. A Syntax has
///
///     static constexpr Encoding kEncoding;
///     // The next escape whose mark is in [at, limit). It may begin before its mark.
///     static std::optional<Escape> next(std::string_view, std::uint64_t at,
///                                       std::uint64_t limit);
///
/// All escapes of a window are decoded, also those that do not tell.
template <class Syntax>
class EscapeWindows {
 public:
  static bool visit(std::string_view text, ByteSpan near, const DecodedVisitor& visit) {
    // No escape may be cut by the beginning of what is near.
    const std::uint64_t from = near.begin - std::min(near.begin, kLongestEscape);
    if (!next_telling(text, from, near.end)) return true;
    std::uint64_t at = near.begin - std::min(near.begin, kWidestMatch);
    const std::uint64_t limit =
        std::min<std::uint64_t>(near.end + kWidestMatch, text.size());
    while (const auto first = next_telling(text, at, limit)) {
      std::uint64_t last = first->end;
      while (const auto escape =
                 next_telling(text, last, std::min(limit, last + kFurthestApart))) {
        last = std::max(escape->end, last + 1);
        if (last - first->begin > kLongestGroup) break;
      }
      at = last;
      const ByteSpan window{
          first->begin - std::min(first->begin, kAroundEscapes),
          std::min<std::uint64_t>(last + kAroundEscapes, text.size())};
      if (!visit(decode(text, window))) return false;
    }
    return true;
  }

 private:
  // Escapes that are further apart stand in different texts.
  static constexpr std::uint64_t kFurthestApart = 1024;
  static constexpr std::uint64_t kLongestGroup = std::uint64_t{1} << 20;
  static constexpr std::uint64_t kLongestEscape = 14;
  // A match of 400 bytes and the 112 before it, all written as "\u0041".
  static constexpr std::uint64_t kWidestMatch = 3200;

  static std::optional<Escape> next_telling(std::string_view text, std::uint64_t at,
                                            std::uint64_t limit) {
    while (const auto escape = Syntax::next(text, at, limit)) {
      if (escape->tells) return escape;
      at = escape->end;
    }
    return std::nullopt;
  }

  static DecodedText decode(std::string_view text, ByteSpan window) {
    DecodedText decoded;
    decoded.encoding = Syntax::kEncoding;
    std::uint64_t at = window.begin;
    const auto copy_to = [&](std::uint64_t end) {
      if (end <= at) return;
      decoded.bytes += text.substr(at, end - at);
      decoded.map.add(end - at, at, 1, 1);
      at = end;
    };
    for (std::uint64_t from = at;;) {
      const auto escape = Syntax::next(text, from, window.end);
      if (!escape || escape->end > window.end) break;
      from = escape->end;
      if (escape->begin < at) continue;
      copy_to(escape->begin);
      if (escape->value) {
        decoded.bytes += *escape->value;
        decoded.map.add(1, at, static_cast<std::uint8_t>(escape->end - at), 1);
      }
      at = escape->end;
    }
    copy_to(window.end);
    return decoded;
  }
};

}  // namespace leaksieve
