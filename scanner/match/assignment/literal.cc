#include "scanner/match/assignment/literal.h"

#include <algorithm>
#include <string>
#include <utility>

#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

bool is_quote(char c) { return c == '"' || c == '\'' || c == '`'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_line_end(char c) { return c == '\n' || c == '\r' || c == '\0'; }
bool is_space(char c) { return is_blank(c) || c == '\n' || c == '\r'; }

// Where the opening quote stands, and what stands before it.
struct Opening {
  std::uint64_t quote = 0;
  int backslashes = 0;
  bool formatted = false;  // f"", $"": fields are filled in
};

std::optional<Opening> opening_at(const Cursor& at) {
  Opening opening;
  std::uint64_t i = 0;
  while (i < 2 &&
         std::string_view("rRbBuUfFLN@$").find(at.peek(i)) != std::string_view::npos &&
         at.peek(i) != '\0') {
    opening.formatted |= at.peek(i) == 'f' || at.peek(i) == 'F' || at.peek(i) == '$';
    ++i;
  }
  while (at.peek(i) == '\\' && opening.backslashes < 8) {
    ++opening.backslashes;
    ++i;
  }
  if (!is_quote(at.peek(i))) return std::nullopt;
  opening.quote = i;
  return opening;
}

// The end of the content: the closing quote, with as many backslashes before it as the
// opening one has.
std::optional<std::uint64_t> find_close(const Cursor& at, char quote, int backslashes,
                                        std::uint64_t begin) {
  const std::string_view text = at.text();
  for (std::uint64_t i = begin; i < text.size(); ++i) {
    const char c = text[i];
    if (is_line_end(c) && quote != '`') return std::nullopt;
    if (c == '\\' && backslashes == 0) {
      ++i;  // whatever is escaped; but a line that goes on is read where it is joined
      if (i < text.size() && is_line_end(text[i]) && quote != '`') return std::nullopt;
      continue;
    }
    if (c == '\\') {
      std::uint64_t run = 1;
      while (i + run < text.size() && text[i + run] == '\\') ++run;
      const auto outer = static_cast<std::uint64_t>(backslashes);
      const bool at_quote = i + run < text.size() && text[i + run] == quote;
      if (at_quote && run == outer) return i;
      if (at_quote && run < outer) return std::nullopt;  // the outer string ended
      i += at_quote ? run : run - 1;
      continue;
    }
    if (c == quote) {
      if (backslashes > 0) return std::nullopt;  // the outer string ended
      return i;
    }
  }
  return std::nullopt;
}

std::optional<Assignment> with_value(const Cursor& at, Assignment found,
                                     std::string_view value) {
  // Longer ones may be cut where the reach ends.
  constexpr std::size_t kLongest = 400;
  if (value.empty() || value.size() > kLongest) return std::nullopt;
  const auto begin = static_cast<std::uint64_t>(value.data() - at.text().data());
  found.value = {begin, begin + value.size()};
  return found;
}

// Steps over a backslash that ends a line.
void skip_continuation(Cursor& at) {
  if (at.peek() == '\\' && is_line_end(at.peek(1))) at.skip(1);
}

// Steps over "+" ("." of PHP, "&" of Basic) and the string after it, on this line or
// the next; or over a string that stands alone on the next one. A sentence there is no
// part of a secret, but the comment to it.
std::optional<ByteSpan> take_joined(Cursor& at) {
  constexpr std::uint64_t kIndent = 60;
  Cursor probe = at;
  probe.skip_blanks();
  skip_continuation(probe);
  probe.skip_space(kIndent);
  const bool signed_ = probe.peek() == '+' || probe.peek() == '&' ||
                       (probe.peek() == '.' && is_space(probe.peek(1)));
  if (signed_) {
    probe.skip(1);
    probe.skip_blanks();
    skip_continuation(probe);
    probe.skip_space(kIndent);
  } else if (bytes_of(at.text(), {at.position(), probe.position()}).find('\n') ==
             std::string_view::npos) {
    return std::nullopt;
  }
  const auto content = read_string(probe);
  if (!content) return std::nullopt;
  if (!signed_) {
    Cursor after = probe;
    after.skip_blanks();
    const std::string_view said = bytes_of(at.text(), *content);
    if (after.peek() == ':' || after.peek() == '=' || said.empty() ||
        said.find_first_of(" \t\n") != std::string_view::npos) {
      return std::nullopt;
    }
  }
  at = probe;
  return content;
}

}  // namespace

bool opens_string(const Cursor& at) { return opening_at(at).has_value(); }

std::optional<ByteSpan> read_string(Cursor& at) {
  const std::optional<Opening> opening = opening_at(at);
  if (!opening) return std::nullopt;
  const char quote = at.peek(opening->quote);
  const std::uint64_t first = at.position() + opening->quote;
  const std::string_view text = at.text();
  const char triple[] = {quote, quote, quote};
  if (opening->backslashes == 0 &&
      text.substr(first).starts_with(std::string_view(triple, 3))) {
    const std::uint64_t close = text.find(std::string_view(triple, 3), first + 3);
    if (close == std::string_view::npos) return std::nullopt;
    at.skip(close + 3 - at.position());
    return ByteSpan{first + 3, close};
  }
  const auto close = find_close(at, quote, opening->backslashes, first + 1);
  if (!close) return std::nullopt;
  const auto after =
      *close + static_cast<std::uint64_t>(std::max(opening->backslashes, 0)) + 1;
  at.skip(after - at.position());
  return ByteSpan{first + 1, *close};
}

std::optional<Assignment> read_quoted(Cursor at, Assignment found) {
  const std::optional<Opening> opening = opening_at(at);
  const std::optional<ByteSpan> content = read_string(at);
  if (!opening || !content) return std::nullopt;
  ByteSpan span = *content;
  std::string joined;
  while (const auto more = take_joined(at)) {
    if (joined.empty()) joined = bytes_of(at.text(), span);
    joined += bytes_of(at.text(), *more);
    span.end = more->end;
  }
  const std::string_view value = bytes_of(at.text(), span);
  if (opening->formatted && value.find('{') != std::string_view::npos) {
    return std::nullopt;
  }
  at.skip_blanks();
  const char next = at.peek();
  // "abc" + x, "%s" % x, "abc" . $x, "abc" << x. But "</" ends the element of an
  // attribute.
  if (next == '+' || next == '%' || (next == '.' && at.peek(1) == ' ') ||
      (next == '<' && at.peek(1) == '<')) {
    return std::nullopt;
  }
  if (next == '.' && (at.take(".format") || at.take(".concat") || at.take(".join") ||
                      at.take(".repeat") || at.take(".replace"))) {
    return std::nullopt;
  }
  if (next == ':' && (found.join == Join::argument || found.join == Join::default_)) {
    return std::nullopt;  // the key of another entry
  }
  if (found.called && next != ')') return std::nullopt;
  found.quoted = true;
  found.joined = std::move(joined);
  return with_value(at, found, value);
}

std::optional<Assignment> read_plain(Cursor at, Assignment found, bool one_word) {
  if (at.take("!!str ")) at.skip_blanks();
  if (at.peek() == '&') {
    while (!is_blank(at.peek()) && !is_line_end(at.peek())) at.skip(1);
    at.skip_blanks();
    if (opens_string(at)) return read_quoted(at, found);
  }
  if (std::string_view("<>[](){}*&|,;=!:").find(at.peek()) != std::string_view::npos ||
      at.at_end()) {
    return std::nullopt;
  }
  const std::uint64_t begin = at.position();
  bool one_more_word = false;
  int open = 0;  // brackets that the value itself opens
  while (!at.at_end() && !is_line_end(at.peek())) {
    const char c = at.peek();
    if (is_blank(c)) {
      Cursor next = at;
      next.skip_blanks();
      if (next.peek() == '#' || next.peek() == '\\' || next.peek() == '/') break;
      if (is_line_end(next.peek()) || next.at_end()) break;
      if (one_word) break;
      one_more_word = true;
    }
    if (c == '"' || c == '\'' || c == '`' || c == '<' || c == '>') {
      if (at.position() == begin) return std::nullopt;
      break;
    }
    open += c == '(' || c == '[' || c == '{' ? 1 : 0;
    if ((c == ')' || c == ']' || c == '}') && --open < 0) break;
    if (one_word && c == '&' && is_word_byte(at.peek(1))) break;
    if ((c == ',' || c == ';' || c == '|') &&
        (is_blank(at.peek(1)) || is_line_end(at.peek(1)) || at.peek(1) == '"' ||
         at.peek(1) == '\'')) {
      break;
    }
    if (c == '\\' &&
        std::string_view("nrt\"'").find(at.peek(1)) != std::string_view::npos)
      break;
    at.skip(1);
  }
  const std::string_view value =
      trimmed(at.text().substr(begin, at.position() - begin));
  // It goes on on the next line, and is read where lines are joined.
  if (value.ends_with('\\') && is_line_end(at.peek()) && !at.at_end()) {
    return std::nullopt;
  }
  if (one_more_word && value.find(' ') != std::string_view::npos) return std::nullopt;
  return with_value(at, found, value);
}

std::optional<Assignment> read_until(Cursor at, Assignment found,
                                     std::string_view ends) {
  const std::uint64_t begin = at.position();
  while (!at.at_end()) {
    const char c = at.peek();
    if (ends.find(c) != std::string_view::npos || is_blank(c) || is_line_end(c) ||
        is_quote(c) || c == '<' || c == '>' || c == ')' || c == '\\' || c == '#' ||
        c == '|') {
      break;
    }
    at.skip(1);
  }
  return with_value(at, found, at.text().substr(begin, at.position() - begin));
}

std::optional<Assignment> read_element(Cursor at, Assignment found) {
  const std::uint64_t close = at.text().find('<', at.position());
  if (close == std::string_view::npos) return std::nullopt;
  if (at.text().substr(close, 2) != "</") return std::nullopt;
  const std::string_view value = at.text().substr(at.position(), close - at.position());
  if (value.find('\n') != std::string_view::npos) return std::nullopt;
  found.quoted = true;
  return with_value(at, found, trimmed(value));
}

std::optional<Assignment> read_block_scalar(Cursor at, Assignment found) {
  at.skip(1);
  while (at.peek() == '-' || at.peek() == '+' || (at.peek() >= '1' && at.peek() <= '9'))
    at.skip(1);
  at.skip_blanks();
  if (!is_line_end(at.peek()) || at.at_end()) return std::nullopt;
  while (at.peek() == '\n' || at.peek() == '\r') at.skip(1);
  const std::uint64_t indent = at.skip_blanks();
  if (indent == 0) return std::nullopt;
  const std::uint64_t begin = at.position();
  while (!at.at_end() && !is_line_end(at.peek())) at.skip(1);
  const std::string_view value =
      trimmed(at.text().substr(begin, at.position() - begin));
  while (at.peek() == '\n' || at.peek() == '\r') at.skip(1);
  if (at.skip_blanks() >= indent && !is_line_end(at.peek())) return std::nullopt;
  if (value.find(' ') != std::string_view::npos) return std::nullopt;
  return with_value(at, found, value);
}

}  // namespace leaksieve
