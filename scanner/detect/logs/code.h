#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "scanner/model/byte_span.h"
#include "scanner/text/brackets.h"
#include "scanner/text/code_syntax.h"
#include "scanner/text/token.h"

namespace leaksieve::logs {

/// A piece of code as tokens, with their partners. Borrows the text.
struct Code {
  static constexpr std::uint8_t kKeyword = 1;
  static constexpr std::uint8_t kSinkName = 2;
  static constexpr std::uint8_t kSourceName = 4;

  std::string_view text;
  CodeLanguage language = CodeLanguage::none;
  std::vector<Token> tokens;
  std::vector<std::uint32_t> match;  ///< see match_brackets
  /// How many tokens before each one (and before the end) may name something sensitive.
  std::vector<std::uint32_t> hot_before;
  /// The same of those that may name a sink.
  std::vector<std::uint32_t> sinks_before;

  const CodeSyntax& syntax() const { return syntax_of(language); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens.size()); }

  Token::Kind kind(std::uint32_t i) const { return tokens[i].kind; }
  std::string_view str(std::uint32_t i) const {
    return i < size() ? tokens[i].in(text) : std::string_view();
  }
  bool is_name(std::uint32_t i) const {
    return i < size() && tokens[i].kind == Token::Kind::name;
  }
  /// An operator, a bracket or a name of exactly these bytes.
  template <std::size_t Size>
  bool is(std::uint32_t i, const char (&what)[Size]) const {
    if (i >= tokens.size()) return false;
    const Token& token = tokens[i];
    if (token.end - token.begin != Size - 1 || token.kind == Token::Kind::text)
      return false;
    // Of a size that the compiler knows, so that no function is called.
    return std::memcmp(text.data() + token.begin, what, Size - 1) == 0;
  }
  bool is(std::uint32_t i, std::string_view what) const {
    return i < size() && tokens[i].kind != Token::Kind::text && str(i) == what;
  }
  /// A word of the language: no variable, no function.
  bool is_keyword(std::uint32_t i) const {
    return i < size() && (tokens[i].marks & kKeyword) != 0;
  }
  /// A name that may be that of a sink, or a part of it.
  bool may_be_sink(std::uint32_t i) const { return (tokens[i].marks & kSinkName) != 0; }
  /// A name that is part of a read of the environment, of settings, of headers.
  bool may_be_source(std::uint32_t i) const {
    return (tokens[i].marks & kSourceName) != 0;
  }
  bool is_newline(std::uint32_t i) const {
    return i < size() && tokens[i].kind == Token::Kind::newline;
  }
  /// Nothing stands between token `i` and the one before it.
  bool adjacent(std::uint32_t i) const {
    return i > 0 && i < size() && tokens[i - 1].end == tokens[i].begin;
  }
  /// The bytes of tokens [begin, end), which are at least one.
  ByteSpan span(std::uint32_t begin, std::uint32_t end) const {
    return {tokens[begin].begin, tokens[end - 1].end};
  }
  bool has_sink(std::uint32_t begin, std::uint32_t end) const {
    return sinks_before[end] > sinks_before[begin];
  }
  bool hot(std::uint32_t begin, std::uint32_t end) const {
    return hot_before[end] > hot_before[begin];
  }
};

/// Fills `match`, `hot_before` and the marks of the tokens.
void index_code(Code& code);

/// Whether the word is one of a language's own: no variable, no function. One list for
/// all languages; a variable that is called so is no loss.
bool is_keyword(std::string_view word);

/// The end of the statement that token `i` is part of: the index of the `;`, the line
/// end, the bracket that closes around it, or the size. Brackets inside are skipped.
/// Looks at most at `most` tokens.
std::uint32_t statement_end(const Code& code, std::uint32_t i, std::uint32_t most);

}  // namespace leaksieve::logs
