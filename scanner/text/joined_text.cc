#include "scanner/text/joined_text.h"

#include <algorithm>
#include <optional>

#include "scanner/base/ascii.h"
#include "scanner/text/escape_windows.h"

namespace leaksieve {
namespace {

constexpr std::uint64_t kIndent = 100;

bool is_quote(char c) { return c == '"' || c == '\'' || c == '`'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool is_operator(char c) { return c == '+' || c == '.' || c == '&'; }
bool is_token_byte(char c) {
  return is_alnum(c) || std::string_view("_-+/=.~").find(c) != std::string_view::npos;
}

// A place that moves over blanks, not too far.
struct Step {
  std::string_view text;
  std::uint64_t at = 0;

  char before() const { return at > 0 ? text[at - 1] : '\0'; }
  char here() const { return at < text.size() ? text[at] : '\0'; }
  void skip_back() {
    for (std::uint64_t i = 0; i < kIndent && is_blank(before()); ++i) --at;
  }
  void skip() {
    for (std::uint64_t i = 0; i < kIndent && is_blank(here()); ++i) ++at;
  }
};

// Whether pieces of one token may meet where a seam is.
bool joins_tokens(std::string_view text, std::uint64_t begin, std::uint64_t end) {
  constexpr std::uint64_t kLooked = 24;
  constexpr std::uint64_t kFewest = 3;
  constexpr std::uint64_t kFewestTogether = 12;
  bool digit = false;
  std::uint64_t left = 0;
  for (; left < kLooked && left < begin && is_token_byte(text[begin - left - 1]);
       ++left) {
    digit |= is_digit(text[begin - left - 1]);
  }
  std::uint64_t right = 0;
  for (;
       right < kLooked && end + right < text.size() && is_token_byte(text[end + right]);
       ++right) {
    digit |= is_digit(text[end + right]);
  }
  return digit && left >= kFewest && right >= kFewest &&
         left + right >= kFewestTogether;
}

// The seam with an operator or a line end at `mark`.
std::optional<Escape> seam_at(std::string_view text, std::uint64_t mark) {
  const bool line_end = text[mark] == '\n';
  Step left{text, mark};
  Step right{text, mark + 1};
  const bool carriage_return = line_end && left.before() == '\r';
  if (carriage_return) --left.at;
  const bool backslash = line_end && left.before() == '\\';
  right.skip();
  if (backslash) {
    --left.at;
    if (joins_tokens(text, left.at, right.at)) {
      return Escape{left.at, right.at, std::nullopt, true};
    }
  }
  left.skip_back();
  bool joined = !line_end;
  if (line_end && !joined && is_operator(left.before())) {
    --left.at;
    left.skip_back();
    joined = true;
  }
  if (line_end && !joined && is_operator(right.here())) {
    ++right.at;
    right.skip();
  }
  if (!is_quote(left.before()) || right.here() != left.before()) return std::nullopt;
  const Escape seam{left.at - 1, right.at + 1, std::nullopt, true};
  if (!joins_tokens(text, seam.begin, seam.end)) return std::nullopt;
  return seam;
}

struct Joined {
  static constexpr Encoding kEncoding = Encoding::joined;
  static std::optional<Escape> next(std::string_view text, std::uint64_t at,
                                    std::uint64_t limit) {
    // In steps, so that neither mark is looked for far beyond the other.
    constexpr std::uint64_t kStep = 512;
    limit = std::min<std::uint64_t>(limit, text.size());
    for (; at < limit; at += kStep) {
      const std::string_view part = text.substr(0, std::min(at + kStep, limit));
      std::uint64_t line_end = part.find('\n', at);
      std::uint64_t plus = part.find('+', at);
      while (std::min(line_end, plus) < part.size()) {
        const bool is_plus = plus < line_end;
        std::uint64_t& nearest = is_plus ? plus : line_end;
        if (auto seam = seam_at(text, nearest)) return seam;
        nearest = part.find(is_plus ? '+' : '\n', nearest + 1);
      }
    }
    return std::nullopt;
  }
};

}  // namespace

bool visit_joined(std::string_view text, ByteSpan near, const DecodedVisitor& visit) {
  return EscapeWindows<Joined>::visit(text, near, visit);
}

}  // namespace leaksieve
