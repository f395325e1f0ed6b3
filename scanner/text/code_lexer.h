#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "scanner/text/code_syntax.h"
#include "scanner/text/token.h"

namespace leaksieve {

/// Reads code into tokens: knows strings, comments and values inside strings, and no
/// grammar. Reads any bytes: a string that does not end in its line ends with it where
/// the language says so, and what nests deeper than 64 values in strings is text.
/// Linear time; borrows the text, of which it reads at most 4 GiB.
class CodeLexer {
 public:
  /// Reads from byte `begin` on.
  CodeLexer(std::string_view text, CodeLanguage language, std::size_t begin = 0);

  /// Appends tokens until the end of a line or statement after `enough` of them, or
  /// after twice as many. False when the text is at its end and nothing was appended.
  bool read(std::size_t enough, std::vector<Token>& out);

 private:
  /// How the string that is being read ends, and what is special in it.
  struct StringMode {
    char quote = '"';
    bool triple = false;
    bool raw = false;         ///< a backslash is a backslash
    bool lines = false;       ///< goes on over line ends
    std::uint8_t hashes = 0;  ///< Rust, Swift: # after the quote that ends it
    Interpolation interpolation = Interpolation::none;
    std::string_view terminator;  ///< of a heredoc: a line of this word alone
    bool opened = false;          ///< its string_begin was emitted
  };
  struct Frame {
    StringMode mode;
    std::uint32_t depth = 0;  ///< brackets that were opened in the value
  };

  void read_code(std::vector<Token>& out);
  bool read_blank_or_comment(std::vector<Token>& out);
  void read_name(std::vector<Token>& out);
  void read_number(std::vector<Token>& out);
  bool read_string_start(std::vector<Token>& out);
  bool read_raw_string(std::vector<Token>& out, std::string_view prefix);
  bool read_character(std::vector<Token>& out);
  bool read_regex(std::vector<Token>& out);
  bool read_ruby_word(std::vector<Token>& out);
  bool read_heredoc_mark(std::vector<Token>& out);
  void read_bracket(std::vector<Token>& out);
  void read_operator(std::vector<Token>& out);

  void begin_string(StringMode mode, std::size_t quote_size);
  void read_string(std::vector<Token>& out);
  bool read_value_in_string(std::size_t piece, std::vector<Token>& out);
  void emit_dollar_name(std::vector<Token>& out);
  void end_string(std::size_t piece, std::size_t end, std::size_t next,
                  std::vector<Token>& out);
  void leave_value(std::vector<Token>& out);
  bool string_ends_at(std::size_t at) const;
  bool operand_expected(const std::vector<Token>& out) const;
  void emit(Token::Kind kind, std::size_t begin, std::size_t end,
            std::vector<Token>& out) const;

  char at(std::size_t position) const {
    return position < text_.size() ? text_[position] : '\0';
  }
  std::string_view rest() const { return text_.substr(pos_); }

  std::string_view text_;
  const CodeSyntax& syntax_;
  CodeLanguage language_;
  std::size_t pos_ = 0;
  bool in_string_ = false;
  StringMode mode_;
  std::vector<Frame> frames_;
  std::string_view heredoc_;  ///< a body begins at the next line
  bool heredoc_raw_ = false;
};

}  // namespace leaksieve
