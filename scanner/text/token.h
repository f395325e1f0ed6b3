#pragma once

#include <cstdint>
#include <string_view>

namespace leaksieve {

/// One lexical unit of code; comments and blanks are none.
struct Token {
  enum class Kind : std::uint8_t {
    name,  ///< identifier or keyword, with its `$` or `@`
    number,
    text,          ///< what a string says, without its quotes; a piece of it if broken
    string_begin,  ///< of a string that has values in it
    string_end,
    value_begin,  ///< of a value in a string: `${`, `#{`, `\(`
    value_end,
    open,  ///< ( [ {
    close,
    op,
    newline,
  };

  std::uint32_t begin = 0;  ///< bytes from the start of the text
  std::uint32_t end = 0;
  Kind kind = Kind::op;
  std::uint8_t marks = 0;  ///< for whoever looks at the tokens

  /// Borrows from `text`, the one that was read.
  std::string_view in(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
};

}  // namespace leaksieve
