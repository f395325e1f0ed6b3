#pragma once

#include "scanner/text/code_language.h"

namespace leaksieve {

/// How a string in double quotes names values.
enum class Interpolation {
  none,
  dollar,         ///< $x ${x}, and PHP's {$x}
  hash,           ///< #{x}
  backslash,      ///< \(x)
  brace,          ///< {x}, with a prefix before the quotes: f"", $""
  dollar_prefix,  ///< $x ${x}, with a prefix: s"", f""
};

/// The lexical habits of a language, as far as they decide where strings, comments and
/// statements begin and end.
struct CodeSyntax {
  bool hash_comment = false;    ///< # to the end of the line
  bool slash_comment = false;   ///< // and /* */
  bool nested_comment = false;  ///< /* /* */ */
  bool dash_comment = false;    ///< -- to the end of the line
  bool quote_is_string = true;  ///< 'text'; else 'c' is a character, 'a a lifetime
  bool triple_quotes = false;
  bool lines_in_strings = false;   ///< "..." may go on over lines
  bool backtick = false;           ///< `...` over lines
  bool template_backtick = false;  ///< `...${x}...`
  bool regex_literal = false;      ///< /.../ where an operand is expected
  bool ruby_words = false;         ///< :symbol, name?, @name, %w[]
  bool dollar_names = false;       ///< $name is a name
  bool newline_ends = false;       ///< a statement ends with its line
  bool indented = false;           ///< blocks by indentation, or closed with `end`
  bool ternary = false;            ///< a ? b : c
  bool html_around = false;        ///< code stands in <?php ... ?>
  Interpolation interpolation = Interpolation::none;
};

const CodeSyntax& syntax_of(CodeLanguage language);

}  // namespace leaksieve
