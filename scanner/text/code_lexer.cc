#include "scanner/text/code_lexer.h"

#include <algorithm>
#include <array>

#include "scanner/base/among.h"

namespace leaksieve {
namespace {

using Kind = Token::Kind;

enum : unsigned char { kNameStart = 1, kNameRest = 2, kDigit = 4, kBlank = 8 };

constexpr std::array<unsigned char, 256> make_classes() {
  std::array<unsigned char, 256> classes{};
  for (int c = 0; c < 256; ++c) {
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    const bool digit = c >= '0' && c <= '9';
    if (letter) classes[static_cast<std::size_t>(c)] = kNameStart | kNameRest;
    if (digit) classes[static_cast<std::size_t>(c)] = kNameRest | kDigit;
    if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v' || c == '\0') {
      classes[static_cast<std::size_t>(c)] = kBlank;
    }
  }
  return classes;
}
constexpr std::array<unsigned char, 256> kClasses = make_classes();

bool is(char c, unsigned char what) {
  return (kClasses[static_cast<unsigned char>(c)] & what) != 0;
}

bool is_operator(char c) {
  return c != '\0' &&
         std::string_view("=!<>?&|:+-*/%.~").find(c) != std::string_view::npos;
}

// The bytes of the operator that `text` begins with; at most three.
std::size_t operator_size(std::string_view text) {
  if (text.size() < 2 || !is_operator(text[1]) || !is_operator(text[0])) return 1;
  static constexpr std::string_view kThree[] = {
      "===", "!==", "...", "<<=", ">>=", "||=", "&&=", "?\?=", "**=", "<=>", "<<<"};
  static constexpr std::string_view kTwo[] = {
      "==", "!=", "<=", ">=", "=>", "->", "::", "?.", "&.", ":=", "+=",
      "-=", "*=", "/=", ".=", "%=", "|=", "<<", ">>", "&&", "||", "?\?",
      "..", "**", "|>", "<-", "=~", "!~", "?:", "!!", "++", "--"};
  const auto starts = [&](std::string_view op) { return text.starts_with(op); };
  if (std::any_of(std::begin(kThree), std::end(kThree), starts)) return 3;
  return std::any_of(std::begin(kTwo), std::end(kTwo), starts) ? 2 : 1;
}

// Letters that may stand before the quotes of a string: Python's r, b, f; C's L, u8.
bool is_string_prefix(std::string_view name, CodeLanguage language) {
  if (language == CodeLanguage::python) {
    return name.size() <= 2 && name.find_first_not_of("rRbBfFuUtT") == name.npos;
  }
  if (language == CodeLanguage::scala) return among(name, {"s", "f", "raw"});
  if (language == CodeLanguage::c) return among(name, {"L", "u", "U", "u8"});
  if (language == CodeLanguage::rust) return among(name, {"b", "c"});
  if (language == CodeLanguage::dart) return name == "r";
  return false;
}

}  // namespace

CodeLexer::CodeLexer(std::string_view text, CodeLanguage language, std::size_t begin)
    : text_(text.substr(0, 0xffffffffU)),
      syntax_(syntax_of(language)),
      language_(language),
      pos_(std::min(begin, text_.size())) {
  if (syntax_.html_around) {
    pos_ = std::min(text_.find("<?"), text_.size());
    if (pos_ == text_.size() && text_.find('$') < 200) pos_ = 0;  // a piece of PHP
  }
}

bool CodeLexer::read(std::size_t enough, std::vector<Token>& out) {
  const std::size_t before = out.size();
  while (pos_ < text_.size()) {
    const std::size_t got = out.size() - before;
    if (got >= enough * 2) break;
    if (got >= enough && frames_.empty() && !in_string_ &&
        (out.back().kind == Kind::newline || text_[out.back().begin] == ';')) {
      break;
    }
    if (in_string_) {
      read_string(out);
    } else {
      read_code(out);
    }
  }
  return out.size() > before;
}

void CodeLexer::emit(Kind kind, std::size_t begin, std::size_t end,
                     std::vector<Token>& out) const {
  out.push_back(
      {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind});
}

void CodeLexer::read_code(std::vector<Token>& out) {
  const char c = text_[pos_];
  if (is(c, kNameStart)) return read_name(out);
  if (is(c, kBlank)) {
    while (pos_ < text_.size() && is(text_[pos_], kBlank)) ++pos_;
    return;
  }
  if (is(c, kDigit)) return read_number(out);
  if (read_blank_or_comment(out)) return;
  if (read_string_start(out)) return;
  if (c == '(' || c == '[' || c == '{' || c == ')' || c == ']' || c == '}') {
    return read_bracket(out);
  }
  if (c == '/' && syntax_.regex_literal && operand_expected(out) && read_regex(out)) {
    return;
  }
  if (syntax_.ruby_words && read_ruby_word(out)) return;
  if (syntax_.dollar_names && c == '$' && is(at(pos_ + 1), kNameStart)) {
    return read_name(out);
  }
  if (c == '<' && read_heredoc_mark(out)) return;
  if (c == '<' && syntax_.html_around && at(pos_ + 1) == '?') {
    // `<?=` prints what follows it, as `echo` does: it is a name of its own.
    const std::size_t begin = pos_;
    pos_ += rest().starts_with("<?php") ? 5 : rest().starts_with("<?=") ? 3 : 2;
    if (pos_ - begin == 3) emit(Kind::name, begin, pos_, out);
    return;
  }
  read_operator(out);
}

// Line ends, comments, and what stands outside <?php ?>.
bool CodeLexer::read_blank_or_comment(std::vector<Token>& out) {
  const char c = text_[pos_];
  if (c == '\n') {
    if (out.empty() || out.back().kind != Kind::newline) {
      emit(Kind::newline, pos_, pos_ + 1, out);
    }
    ++pos_;
    // A value in a string that ends with its line ends with it too.
    while (!frames_.empty() && !frames_.back().mode.lines) {
      leave_value(out);
      end_string(pos_, pos_, pos_, out);
    }
    if (!heredoc_.empty()) {
      StringMode mode;
      mode.lines = true;
      mode.raw = heredoc_raw_;
      mode.terminator = heredoc_;
      if (!heredoc_raw_) mode.interpolation = syntax_.interpolation;
      heredoc_ = {};
      begin_string(mode, 0);
    }
    return true;
  }
  if (c == '=' && syntax_.ruby_words && (pos_ == 0 || text_[pos_ - 1] == '\n') &&
      rest().starts_with("=begin")) {
    const std::size_t end = text_.find("\n=end", pos_);
    pos_ = end == std::string_view::npos ? text_.size() : end + 5;
    return true;
  }
  if (c == '\\' && at(pos_ + 1) == '\n') {
    pos_ += 2;
    return true;
  }
  const auto skip_line = [&] { pos_ = std::min(text_.find('\n', pos_), text_.size()); };
  if (c == '#' && syntax_.hash_comment &&
      !(syntax_.html_around && at(pos_ + 1) == '[')) {
    skip_line();
    return true;
  }
  if (c == '-' && syntax_.dash_comment && at(pos_ + 1) == '-' && at(pos_ + 2) == ' ') {
    skip_line();
    return true;
  }
  if (c == '?' && syntax_.html_around && at(pos_ + 1) == '>') {
    emit(Kind::newline, pos_, pos_ + 1, out);
    pos_ = std::min(text_.find("<?", pos_), text_.size());
    return true;
  }
  if (c != '/' || !syntax_.slash_comment) return false;
  if (at(pos_ + 1) == '/') {
    skip_line();
    return true;
  }
  if (at(pos_ + 1) != '*') return false;
  pos_ += 2;
  for (std::size_t depth = 1; depth > 0;) {
    const std::size_t star = text_.find_first_of("*/", pos_);
    if (star == std::string_view::npos) {
      pos_ = text_.size();
      return true;
    }
    pos_ = star + 1;
    if (text_[star] == '*' && at(pos_) == '/') {
      --depth;
      ++pos_;
    } else if (text_[star] == '/' && at(pos_) == '*' && syntax_.nested_comment) {
      ++depth;
      ++pos_;
    }
  }
  return true;
}

void CodeLexer::read_name(std::vector<Token>& out) {
  const std::size_t begin = pos_;
  ++pos_;
  const auto goes_on = [&](char c) {
    return is(c, kNameRest) || (c == '$' && language_ == CodeLanguage::javascript);
  };
  while (pos_ < text_.size() && goes_on(text_[pos_])) ++pos_;
  const std::string_view name = text_.substr(begin, pos_ - begin);
  const char next = at(pos_);
  if (name.size() <= 4 && (next == '"' || next == '\'' || next == '#')) {
    if (read_raw_string(out, name)) return;
    if (next != '#' && (next != '\'' || syntax_.quote_is_string) &&
        is_string_prefix(name, language_)) {
      StringMode mode;
      mode.raw = name.find_first_of("rR") != name.npos;
      if (language_ == CodeLanguage::python &&
          name.find_first_of("fFtT") != name.npos) {
        mode.interpolation = Interpolation::brace;
      }
      if (language_ == CodeLanguage::scala) mode.interpolation = Interpolation::dollar;
      mode.quote = next;
      mode.lines = syntax_.lines_in_strings;
      const bool triple = at(pos_ + 1) == next && at(pos_ + 2) == next;
      if (triple && syntax_.triple_quotes) mode.triple = mode.lines = true;
      return begin_string(mode, mode.triple ? 3 : 1);
    }
  }
  // Ruby: a question mark or exclamation mark is part of a method's name.
  if (syntax_.ruby_words && (next == '?' || next == '!') && at(pos_ + 1) != '=' &&
      !(next == '?' && at(pos_ + 1) == ' ' && at(pos_ + 2) != ')' &&
        at(pos_ + 2) != '&' && at(pos_ + 2) != '|' && at(pos_ + 2) != '?')) {
    ++pos_;
  }
  emit(Kind::name, begin, pos_, out);
}

void CodeLexer::read_number(std::vector<Token>& out) {
  const std::size_t begin = pos_;
  while (pos_ < text_.size() && is(text_[pos_], kNameRest)) ++pos_;
  if (at(pos_) == '.' && is(at(pos_ + 1), kDigit)) {
    ++pos_;
    while (pos_ < text_.size() && is(text_[pos_], kNameRest)) ++pos_;
  }
  emit(Kind::number, begin, pos_, out);
}

void CodeLexer::read_bracket(std::vector<Token>& out) {
  const char c = text_[pos_];
  const bool opens = c == '(' || c == '[' || c == '{';
  if (!frames_.empty()) {
    Frame& frame = frames_.back();
    if (opens) {
      ++frame.depth;
    } else if (frame.depth > 0) {
      --frame.depth;
    } else {
      ++pos_;
      leave_value(out);
      return;
    }
  }
  emit(opens ? Kind::open : Kind::close, pos_, pos_ + 1, out);
  ++pos_;
}

void CodeLexer::read_operator(std::vector<Token>& out) {
  // A format after the value ends Python's and C#'s expression: {x:>10}.
  if (!frames_.empty() && frames_.back().depth == 0 && text_[pos_] == ':' &&
      frames_.back().mode.interpolation == Interpolation::brace &&
      at(pos_ + 1) != ':') {
    std::size_t depth = 0;
    while (pos_ < text_.size() && text_[pos_] != '\n') {
      const char c = text_[pos_];
      if (c == frames_.back().mode.quote) break;
      if (c == '{') ++depth;
      if (c == '}' && depth-- == 0) break;
      ++pos_;
    }
    return;
  }
  const std::size_t size = operator_size(rest().substr(0, 3));
  emit(Kind::op, pos_, pos_ + size, out);
  pos_ += size;
}

bool CodeLexer::operand_expected(const std::vector<Token>& out) const {
  if (out.empty()) return true;
  const Token& last = out.back();
  switch (last.kind) {
    case Kind::op:
    case Kind::open:
    case Kind::newline:
    case Kind::value_begin:
      return true;
    case Kind::name:
      return among(last.in(text_), {"return", "typeof", "case", "in", "of", "if", "and",
                                    "or", "not", "when", "unless", "yield", "await"});
    default:
      return false;
  }
}

bool CodeLexer::read_regex(std::vector<Token>& out) {
  bool in_class = false;
  for (std::size_t i = pos_ + 1; i < text_.size() && text_[i] != '\n'; ++i) {
    const char c = text_[i];
    if (c == '\\') {
      ++i;
    } else if (c == '[') {
      in_class = true;
    } else if (c == ']') {
      in_class = false;
    } else if (c == '/' && !in_class) {
      emit(Kind::text, pos_ + 1, i, out);
      pos_ = i + 1;
      while (is(at(pos_), kNameRest)) ++pos_;
      return true;
    }
    if (i - pos_ > 1000) break;  // not a regex that somebody wrote
  }
  return false;
}

bool CodeLexer::read_ruby_word(std::vector<Token>& out) {
  const char c = text_[pos_];
  const auto word_end = [&](std::size_t i) {
    while (i < text_.size() && is(text_[i], kNameRest)) ++i;
    return i;
  };
  if (c == '@') {
    const std::size_t begin = pos_ + (at(pos_ + 1) == '@' ? 2 : 1);
    if (!is(at(begin), kNameStart)) return false;
    emit(Kind::name, pos_, word_end(begin), out);
    pos_ = out.back().end;
    return true;
  }
  if (c == ':' && at(pos_ + 1) != ':' && is(at(pos_ + 1), kNameStart) &&
      (pos_ == 0 || text_[pos_ - 1] != ':')) {
    emit(Kind::text, pos_ + 1, word_end(pos_ + 1), out);
    pos_ = out.back().end;
    return true;
  }
  if (c == '%' && operand_expected(out) &&
      among(rest().substr(1, 1), {"w", "i", "q", "Q", "W", "r"})) {
    const char open = at(pos_ + 2);
    const char close = open == '(' ? ')' : open == '[' ? ']' : open == '{' ? '}' : open;
    if (open == '\0' || is(open, kNameRest) || is(open, kBlank) || open == '\n')
      return false;
    const std::size_t begin = pos_ + 3;
    const std::size_t end = std::min(text_.find(close, begin), text_.size());
    emit(Kind::text, begin, end, out);
    pos_ = std::min(end + 1, text_.size());
    return true;
  }
  return false;
}

// <<~WORD of Ruby, <<<WORD of PHP: the body begins at the next line.
bool CodeLexer::read_heredoc_mark(std::vector<Token>& out) {
  const bool php = syntax_.html_around && rest().starts_with("<<<");
  const bool ruby = syntax_.ruby_words && rest().starts_with("<<") &&
                    (at(pos_ + 2) == '~' || at(pos_ + 2) == '-' ||
                     (at(pos_ + 2) >= 'A' && at(pos_ + 2) <= 'Z'));
  if ((!php && !ruby) || !heredoc_.empty() || !frames_.empty()) return false;
  std::size_t i = pos_ + (php ? 3 : 2);
  while (at(i) == ' ' || at(i) == '~' || at(i) == '-') ++i;
  const char quote = at(i) == '\'' || at(i) == '"' ? at(i) : '\0';
  if (quote != '\0') ++i;
  const std::size_t begin = i;
  while (is(at(i), kNameRest)) ++i;
  if (i == begin) return false;
  heredoc_ = text_.substr(begin, i - begin);
  heredoc_raw_ = quote == '\'';
  if (quote != '\0' && at(i) == quote) ++i;
  // The string itself comes after the line; what follows the mark is code.
  emit(Kind::op, pos_, pos_ + 2, out);
  pos_ = i;
  return true;
}

}  // namespace leaksieve
