#include "scanner/text/shell_lexer.h"

#include <algorithm>
#include <charconv>

namespace leaksieve {
namespace {

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         c == '_';
}
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool ends_word(char c) {
  return is_blank(c) || c == '\n' || c == ';' || c == '|' || c == '&' || c == '(' ||
         c == ')' || c == '<' || c == '>' || c == '\0';
}

}  // namespace

ShellLexer::ShellLexer(std::string_view text, ByteSpan part)
    : text_(text.substr(0, part.end)), pos_(part.begin) {}

void ShellLexer::skip_blanks() {
  while (pos_ < text_.size()) {
    if (is_blank(text_[pos_])) {
      ++pos_;
    } else if (text_[pos_] == '\\' && at(pos_ + 1) == '\n') {
      pos_ += 2;
    } else if (text_[pos_] == '\\' && at(pos_ + 1) == '\r' && at(pos_ + 2) == '\n') {
      pos_ += 3;
    } else {
      return;
    }
  }
}

bool ShellLexer::next(ShellCommand& out) {
  out.words.clear();
  out.expansions.clear();
  out.output = out.body = {};
  out.piped = false;
  out.from_pipe = from_pipe_;
  from_pipe_ = false;
  out.first_of_body = UINT32_MAX;
  bool begun = false;
  std::size_t last = pos_;
  while (pos_ < text_.size()) {
    skip_blanks();
    if (pos_ >= text_.size()) break;
    const char c = text_[pos_];
    if (c == '#' && (pos_ == 0 || ends_word(text_[pos_ - 1]))) {
      pos_ = std::min(text_.find('\n', pos_), text_.size());
      continue;
    }
    if (c == '\n' || c == ';' || c == '(' || c == ')') {
      ++pos_;
      if (c == '\n' && !body_end_.empty()) {
        read_body(out);
        begun = true;
      }
      if (begun) break;
      continue;
    }
    if (c == '|' || (c == '&' && at(pos_ + 1) != '>')) {
      const bool twice = at(pos_ + 1) == c;
      pos_ += twice ? 2 : at(pos_ + 1) == '&' ? 2 : 1;
      if (!begun) continue;
      out.piped = c == '|' && !twice;
      from_pipe_ = out.piped;
      // The body of a here-document comes after the whole line.
      break;
    }
    if (!begun) out.span.begin = pos_;
    begun = true;
    if (!read_redirection(out)) read_word(out);
    last = pos_;
  }
  out.span.end = std::max<std::uint64_t>(last, out.span.begin);
  if (out.first_of_body == UINT32_MAX) {
    out.first_of_body = static_cast<std::uint32_t>(out.expansions.size());
  }
  return begun;
}

bool ShellLexer::read_redirection(ShellCommand& out) {
  std::size_t i = pos_;
  const bool both = at(i) == '&';
  char stream = '1';
  if (both) ++i;
  if (at(i) >= '0' && at(i) <= '9' && (at(i + 1) == '>' || at(i + 1) == '<')) {
    stream = at(i);
    ++i;
  }
  if (at(i) != '>' && at(i) != '<') return false;
  const char mark = at(i);
  if (mark == '<' && at(i + 1) == '<' && at(i + 2) != '<') {
    i += at(i + 2) == '-' ? 3 : 2;
    while (is_blank(at(i))) ++i;
    body_raw_ = at(i) == '\'' || at(i) == '"' || at(i) == '\\';
    if (body_raw_) ++i;
    const std::size_t begin = i;
    while (is_name(at(i)) || at(i) == '-') ++i;
    body_end_ = text_.substr(begin, i - begin);
    if (body_raw_ && (at(i) == '\'' || at(i) == '"')) ++i;
    pos_ = i;
    return true;
  }
  while (at(i) == mark) ++i;
  if (at(i) == '|') ++i;
  if (at(i) == '&') {  // >&2
    ++i;
    while (is_name(at(i)) || at(i) == '-') ++i;
    pos_ = i;
    return true;
  }
  while (is_blank(at(i))) ++i;
  pos_ = i;
  if (at(i) == '(') {  // process substitution: nobody sees what it prints
    ++pos_;
    skip_command(')');
    return true;
  }
  const std::size_t words = out.words.size();
  const std::size_t expansions = out.expansions.size();
  if (!ends_word(at(i))) read_word(out);
  if (out.words.size() > words) out.words.pop_back();
  out.expansions.resize(expansions);
  if (mark == '>' && (stream == '1' || both)) out.output = {i, pos_};
  return true;
}

void ShellLexer::read_word(ShellCommand& out) {
  ShellWord word;
  word.span.begin = pos_;
  word.first = static_cast<std::uint32_t>(out.expansions.size());
  bool in_array = false;  // x=(a b)
  while (pos_ < text_.size() &&
         (in_array || !ends_word(text_[pos_]) ||
          (text_[pos_] == '(' && pos_ > word.span.begin && text_[pos_ - 1] == '='))) {
    const char c = text_[pos_];
    if (c == '(' && pos_ > word.span.begin && text_[pos_ - 1] == '=') in_array = true;
    if (in_array && c == ')') {
      ++pos_;
      break;
    }
    if (c == '\\') {
      pos_ += 2;
    } else if (c == '\'') {
      // A workflow fills its expressions in before the shell sees the quotes.
      const std::size_t close = std::min(text_.find('\'', pos_ + 1), text_.size() - 1);
      for (std::size_t mark = text_.substr(0, close).find("${{", pos_); mark < close;
           mark = text_.substr(0, close).find("${{", pos_)) {
        pos_ = mark;
        read_expansion(out);
      }
      pos_ = std::max(pos_, close + 1);
    } else if (c == '"') {
      read_quoted(out);
    } else if (c == '$' || c == '`') {
      read_expansion(out);
    } else {
      ++pos_;
    }
  }
  pos_ = std::min(pos_, text_.size());
  if (pos_ == word.span.begin && pos_ < text_.size()) ++pos_;
  word.span.end = pos_;
  word.last = static_cast<std::uint32_t>(out.expansions.size());
  out.words.push_back(word);
}

void ShellLexer::read_expandable(ShellCommand& out) {
  const char c = text_[pos_];
  if (c == '\\') {
    pos_ += 2;
  } else if (c == '$' || c == '`') {
    read_expansion(out);
  } else {
    ++pos_;
  }
}

void ShellLexer::read_quoted(ShellCommand& out) {
  ++pos_;
  while (pos_ < text_.size() && text_[pos_] != '"') read_expandable(out);
  pos_ = std::min(pos_ + 1, text_.size());
}

void ShellLexer::read_expansion(ShellCommand& out) {
  const std::size_t begin = pos_;
  ShellExpansion expansion;
  if (text_[pos_] == '`' || at(pos_ + 1) == '(') {
    const bool arithmetic = at(pos_ + 2) == '(';
    pos_ += text_[pos_] == '`' ? 1 : 2;
    const std::size_t inside = pos_;
    skip_command(text_[begin] == '`' ? '`' : ')');
    if (arithmetic) return;
    expansion.form = ShellExpansion::Form::command;
    expansion.name = {inside, pos_ > inside ? pos_ - 1 : inside};
  } else if (at(pos_ + 1) == '{' && at(pos_ + 2) == '{') {
    const std::size_t close = std::min(text_.find("}}", pos_), text_.size());
    expansion.form = ShellExpansion::Form::expression;
    expansion.name = {std::min(begin + 3, close), close};
    pos_ = std::min(close + 2, text_.size());
  } else if (at(pos_ + 1) == '{') {
    return read_braces(out);
  } else {
    std::size_t i = pos_ + 1;
    if (text_.substr(i).starts_with("env:") || text_.substr(i).starts_with("Env:"))
      i += 4;
    const std::size_t name = i;
    while (is_name(at(i))) ++i;
    if (i == name) {
      ++pos_;
      return;
    }
    expansion.name = {name, i};
    pos_ = i;
  }
  expansion.span = {begin, pos_};
  out.expansions.push_back(expansion);
}

// ${name...}
void ShellLexer::read_braces(ShellCommand& out) {
  const std::size_t begin = pos_;
  ShellExpansion expansion;
  std::size_t i = pos_ + 2;
  if (at(i) == '#' && is_name(at(i + 1))) {
    expansion.form = ShellExpansion::Form::none_of_it;
    ++i;
  } else if (at(i) == '!') {
    ++i;
  }
  const std::size_t name = i;
  while (is_name(at(i))) ++i;
  expansion.name = {name, i};
  const char mark = at(i);
  if (mark == '+' || (mark == ':' && at(i + 1) == '+')) {
    expansion.form = ShellExpansion::Form::none_of_it;
  } else if (mark == '%' || mark == '#' || mark == '/') {
    expansion.form = ShellExpansion::Form::part;
  } else if (mark == ':' &&
             (at(i + 1) == ' ' || (at(i + 1) >= '0' && at(i + 1) <= '9'))) {
    expansion.form = ShellExpansion::Form::part;
    std::size_t digit = i + 1;
    while (at(digit) == ' ') ++digit;
    const bool from_end = at(digit) == '-';
    if (from_end) ++digit;
    int first = 0;
    const char* const last = text_.data() + text_.size();
    const auto [end, error] = std::from_chars(text_.data() + digit, last, first);
    std::size_t next = static_cast<std::size_t>(end - text_.data());
    if (error == std::errc() && from_end) expansion.shown = first;
    if (error == std::errc() && at(next) == ':') {
      int second = 0;
      if (std::from_chars(text_.data() + next + 1, last, second).ec == std::errc()) {
        expansion.shown = second < 0 ? -1 : second;
      }
    }
  }
  // To the brace that closes it; braces in the default are counted.
  std::size_t depth = 1;
  while (i < text_.size() && depth > 0 && text_[i] != '\n') {
    if (text_[i] == '{') ++depth;
    if (text_[i] == '}') --depth;
    ++i;
  }
  pos_ = i;
  expansion.span = {begin, pos_};
  out.expansions.push_back(expansion);
}

// Over a command in a word, up to `close`; quotes and inner brackets are known.
void ShellLexer::skip_command(char close) {
  std::size_t depth = 1;
  while (pos_ < text_.size()) {
    const char c = text_[pos_];
    if (c == '\\') {
      pos_ += 2;
      continue;
    }
    if (c == '\'' && close == ')') {
      pos_ = std::min(text_.find('\'', pos_ + 1), text_.size() - 1) + 1;
      continue;
    }
    ++pos_;
    if (c == close && --depth == 0) break;
    if (c == '(' && close == ')') ++depth;
  }
  pos_ = std::min(pos_, text_.size());
}

void ShellLexer::read_body(ShellCommand& out) {
  const std::size_t begin = pos_;
  out.first_of_body = static_cast<std::uint32_t>(out.expansions.size());
  std::size_t line = pos_;
  std::size_t end = text_.size();
  while (line < text_.size()) {
    const std::size_t line_end = std::min(text_.find('\n', line), text_.size());
    std::string_view words = text_.substr(line, line_end - line);
    while (!words.empty() && is_blank(words.front())) words.remove_prefix(1);
    while (!words.empty() && is_blank(words.back())) words.remove_suffix(1);
    if (words == body_end_) {
      end = line;
      break;
    }
    line = line_end + 1;
  }
  out.body = {begin, std::min(end, text_.size())};
  if (!body_raw_) {
    pos_ = begin;
    while (pos_ < out.body.end) read_expandable(out);
  }
  pos_ = std::min(text_.find('\n', out.body.end), text_.size());
  body_end_ = {};
}

}  // namespace leaksieve
