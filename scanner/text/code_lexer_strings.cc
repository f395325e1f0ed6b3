// The part of CodeLexer that reads strings and the values in them.
#include <algorithm>
#include <string>

#include "scanner/text/code_lexer.h"

#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

using Kind = Token::Kind;

constexpr std::size_t kMaxFrames = 64;

bool is_word_start(char c) { return is_word(c) && !is_digit(c); }

}  // namespace

void CodeLexer::begin_string(StringMode mode, std::size_t quote_size) {
  mode_ = mode;
  in_string_ = true;
  pos_ += quote_size;
}

bool CodeLexer::read_string_start(std::vector<Token>& out) {
  const char c = text_[pos_];
  if (c == '\'' && !syntax_.quote_is_string) return read_character(out);
  std::size_t quote = pos_;
  StringMode mode;
  mode.lines = syntax_.lines_in_strings;
  if (language_ == CodeLanguage::csharp && (c == '$' || c == '@')) {
    while (at(quote) == '$' || at(quote) == '@') {
      if (at(quote) == '@') mode.raw = mode.lines = true;
      if (at(quote) == '$') mode.interpolation = Interpolation::brace;
      ++quote;
    }
    if (at(quote) != '"') return false;
  } else if (language_ == CodeLanguage::swift && c == '#') {
    while (at(quote) == '#' && mode.hashes < 8) ++quote, ++mode.hashes;
    if (at(quote) != '"') return false;
    mode.raw = true;
  } else if (c == '`' && syntax_.backtick) {
    mode.lines = true;
    mode.raw = language_ == CodeLanguage::go;
    if (syntax_.template_backtick) mode.interpolation = Interpolation::dollar;
    if (syntax_.ruby_words) mode.interpolation = Interpolation::hash;
  } else if (c != '"' && c != '\'') {
    return false;
  }
  mode.quote = at(quote);
  if (mode.quote == '"' && syntax_.interpolation != Interpolation::brace &&
      syntax_.interpolation != Interpolation::dollar_prefix && mode.hashes == 0) {
    mode.interpolation = syntax_.interpolation;
  }
  if (mode.quote == '\'' && language_ == CodeLanguage::dart) {
    mode.interpolation = Interpolation::dollar;
  }
  if (syntax_.triple_quotes && at(quote + 1) == mode.quote &&
      at(quote + 2) == mode.quote) {
    mode.triple = mode.lines = true;
    mode.raw = mode.raw || language_ == CodeLanguage::kotlin;
  }
  begin_string(mode, quote - pos_ + (mode.triple ? 3 : 1));
  return true;
}

// Rust's r"", r#""#, br"": no escapes; C++'s R"mark(...)mark".
bool CodeLexer::read_raw_string(std::vector<Token>& out, std::string_view prefix) {
  if (language_ == CodeLanguage::rust && (prefix == "r" || prefix == "br")) {
    std::size_t quote = pos_;
    StringMode mode;
    while (at(quote) == '#' && mode.hashes < 255) ++quote, ++mode.hashes;
    if (at(quote) != '"') return false;
    mode.raw = mode.lines = true;
    begin_string(mode, quote - pos_ + 1);
    return true;
  }
  if (language_ == CodeLanguage::c && prefix.ends_with('R') && at(pos_) == '"') {
    const std::size_t open = text_.find('(', pos_);
    if (open == std::string_view::npos || open - pos_ > 17) return false;
    std::string end = ")";
    end += text_.substr(pos_ + 1, open - pos_ - 1);
    end += '"';
    const std::size_t close = std::min(text_.find(end, open), text_.size());
    emit(Kind::text, open + 1, close, out);
    pos_ = std::min(close + end.size(), text_.size());
    return true;
  }
  return false;
}

// 'c', '\n', '\u0041'; else it is a lifetime of Rust or a stray mark.
bool CodeLexer::read_character(std::vector<Token>& out) {
  std::size_t end = pos_ + 1;
  if (at(end) == '\\') {
    ++end;
    while (end < text_.size() && end - pos_ < 12 &&
           text_[end + 1 < text_.size() ? end + 1 : end] != '\'' &&
           text_[end] != '\n') {
      ++end;
    }
    ++end;
  } else {
    // A character may be several bytes of UTF-8.
    ++end;
    while (end < text_.size() && end - pos_ < 6 &&
           (static_cast<unsigned char>(text_[end]) & 0xc0) == 0x80) {
      ++end;
    }
  }
  if (at(end) == '\'') {
    emit(Kind::number, pos_, end + 1, out);
    pos_ = end + 1;
  } else {
    ++pos_;
  }
  return true;
}

bool CodeLexer::string_ends_at(std::size_t i) const {
  if (text_[i] != mode_.quote) return false;
  if (mode_.triple && (at(i + 1) != mode_.quote || at(i + 2) != mode_.quote)) {
    return false;
  }
  for (std::size_t hash = 0; hash < mode_.hashes; ++hash) {
    if (at(i + 1 + hash) != '#') return false;
  }
  return true;
}

void CodeLexer::end_string(std::size_t piece, std::size_t end, std::size_t next,
                           std::vector<Token>& out) {
  if (!mode_.opened || end > piece) emit(Kind::text, piece, end, out);
  if (mode_.opened) emit(Kind::string_end, end, std::min(next, text_.size()), out);
  in_string_ = false;
  pos_ = std::min(next, text_.size());
}

void CodeLexer::read_string(std::vector<Token>& out) {
  const std::size_t piece = pos_;
  bool line_start = piece > 0 && text_[piece - 1] == '\n';
  while (pos_ < text_.size()) {
    const char c = text_[pos_];
    if (!mode_.terminator.empty()) {
      // A heredoc ends with a line that begins with its word.
      if (line_start) {
        std::size_t word = pos_;
        while (at(word) == ' ' || at(word) == '\t') ++word;
        if (text_.substr(word).starts_with(mode_.terminator) &&
            !is_word(at(word + mode_.terminator.size()))) {
          return end_string(piece, pos_, word + mode_.terminator.size(), out);
        }
      }
    } else if (c == mode_.quote && string_ends_at(pos_)) {
      if (mode_.raw && language_ == CodeLanguage::csharp && !mode_.triple &&
          at(pos_ + 1) == '"') {
        pos_ += 2;
        continue;
      }
      const std::size_t size = (mode_.triple ? 3U : 1U) + mode_.hashes;
      return end_string(piece, pos_, pos_ + size, out);
    }
    line_start = c == '\n';
    if (c == '\n' && !mode_.lines) return end_string(piece, pos_, pos_, out);
    if (c == '\\') {
      if (mode_.interpolation == Interpolation::backslash &&
          read_value_in_string(piece, out)) {
        return;
      }
      if (!mode_.raw) ++pos_;
      // An escaped line end goes on; Python's raw strings escape their quote too.
      if (mode_.raw && language_ == CodeLanguage::python) ++pos_;
    } else if (c == '$' || c == '#' || c == '{') {
      const std::size_t before = pos_;
      if (mode_.interpolation != Interpolation::none &&
          read_value_in_string(piece, out))
        return;
      if (pos_ != before) continue;
    }
    ++pos_;
  }
  end_string(piece, text_.size(), text_.size(), out);
}

// At `$`, `#`, `{` or `\`: reads the mark of a value and what comes before it. False if
// it is text; it may have moved on, over an escaped brace.
bool CodeLexer::read_value_in_string(std::size_t piece, std::vector<Token>& out) {
  const char c = text_[pos_];
  const char next = at(pos_ + 1);
  std::size_t mark = 0;  // bytes
  bool simple = false;   // $name
  switch (mode_.interpolation) {
    case Interpolation::hash:
      if (c == '#' && next == '{') mark = 2;
      break;
    case Interpolation::backslash:
      if (next == '(') mark = 2;
      break;
    case Interpolation::brace:
      if (c == '{' && next == '{') {
        pos_ += 2;
        return false;
      }
      if (c == '{') mark = 1;
      break;
    case Interpolation::dollar:
      if (c == '$' && next == '{') mark = 2;
      if (c == '{' && next == '$' && syntax_.html_around) mark = 1;
      simple = c == '$' && is_word_start(next) && !syntax_.template_backtick;
      break;
    default:
      break;
  }
  if ((mark == 0 && !simple) || frames_.size() >= kMaxFrames) return false;
  if (!mode_.opened) emit(Kind::string_begin, piece > 0 ? piece - 1 : 0, piece, out);
  mode_.opened = true;
  if (pos_ > piece) emit(Kind::text, piece, pos_, out);
  if (simple) {
    emit_dollar_name(out);
    return true;
  }
  emit(Kind::value_begin, pos_, pos_ + mark, out);
  pos_ += mark;
  frames_.push_back({mode_, 0});
  in_string_ = false;
  return true;
}

// $name, and PHP's $name->member and $name[key].
void CodeLexer::emit_dollar_name(std::vector<Token>& out) {
  emit(Kind::value_begin, pos_, pos_, out);
  const auto word_end = [&](std::size_t i) {
    while (i < text_.size() && is_word(text_[i])) ++i;
    return i;
  };
  const bool php = syntax_.html_around;
  std::size_t end = word_end(pos_ + 1);
  emit(Kind::name, php ? pos_ : pos_ + 1, end, out);
  if (php && at(end) == '-' && at(end + 1) == '>' && is_word_start(at(end + 2))) {
    emit(Kind::op, end, end + 2, out);
    emit(Kind::name, end + 2, word_end(end + 2), out);
    end = out.back().end;
  } else if (php && at(end) == '[') {
    std::size_t key = end + 1;
    if (at(key) == '\'') ++key;
    const std::size_t key_end = word_end(key);
    const std::size_t close = key_end + (at(key_end) == '\'' ? 1 : 0);
    if (key_end > key && at(close) == ']') {
      emit(Kind::open, end, end + 1, out);
      emit(Kind::text, key, key_end, out);
      emit(Kind::close, close, close + 1, out);
      end = close + 1;
    }
  }
  emit(Kind::value_end, end, end, out);
  pos_ = end;
}

void CodeLexer::leave_value(std::vector<Token>& out) {
  emit(Kind::value_end, pos_ > 0 ? pos_ - 1 : 0, pos_, out);
  mode_ = frames_.back().mode;
  frames_.pop_back();
  in_string_ = true;
}

}  // namespace leaksieve
