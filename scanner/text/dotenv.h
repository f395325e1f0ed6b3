#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/model/byte_span.h"

namespace leaksieve {

/// One variable of an environment file. Borrows from the text.
struct DotenvEntry {
  std::string_view name;  ///< as written, without quotes: "DB_PASSWORD"
  /// The value in the text, without its quotes, the blanks around it and the comment
  /// after it. Empty spans are possible.
  ByteSpan raw;
  /// What `raw` says: escapes replaced, references ("${A}") as they are written.
  std::string value;
  char quote = 0;         ///< '"', '\'' or '`' around the value; 0: none
  bool exported = false;  ///< "export NAME=..."
};

/// Who reads the file.
enum class DotenvSyntax {
  file,   ///< a library: ".env"
  shell,  ///< a shell: ".envrc"
};

/// Reads the variables of an environment file one after the other, in their order,
/// duplicates too (where a name is given twice, readers take the last). Any bytes do:
/// what is no assignment is skipped, linear time, no copy but that of one value.
///
/// Gives what the readers give that people use (python-dotenv, Node's dotenv,
/// django-environ, docker compose, godotenv, bash), where they agree; where they do
/// not, what some of them give: fixtures/dotenv/readers.json has what they were seen to
/// do, tests/text/dotenv_test.cc compares. The choices:
///
/// - NAME=value, NAME = value, NAME: value (a blank after the colon), after "export "
///   too. Lines end with "\n", "\r\n" or "\r"; a byte order mark is skipped.
/// - "...", '...' and `...` may span lines. A quote closes the value if nothing but a
///   comment follows on its line, and else the line is read as if it had no quotes.
/// - In "..." \n, \r, \t, \a, \b, \f, \v, \\, \" and \' are escapes; in '...' \' is
///   one; elsewhere there are none.
/// - Without quotes a comment begins at a '#' after a blank: "a#b" is the whole value.
class DotenvReader {
 public:
  /// Borrows `text`. In a shell's file ("export A=1 B=2; use nix") a value without
  /// quotes ends at a blank or a ";", one with quotes at the closing one, and more
  /// assignments may follow on the line; all else that a shell does is passed over.
  explicit DotenvReader(std::string_view text,
                        DotenvSyntax syntax = DotenvSyntax::file);

  /// The next variable; nothing at the end.
  std::optional<DotenvEntry> next();

 private:
  bool read_name(DotenvEntry& entry);
  void read_value(DotenvEntry& entry);
  void read_plain(DotenvEntry& entry, bool after_blank);
  bool read_word(DotenvEntry& entry);
  std::optional<std::size_t> closing_quote(std::size_t open) const;
  std::size_t skip_blanks(std::size_t at) const;
  std::size_t line_end(std::size_t at) const;
  bool at_end_of_line(std::size_t at) const;

  std::string_view text_;
  DotenvSyntax syntax_;
  std::size_t at_ = 0;
};

/// More variables than anybody writes: of a longer file only the first are read.
inline constexpr std::size_t kMaxDotenvEntries = 100'000;

/// All variables of a text, up to kMaxDotenvEntries.
std::vector<DotenvEntry> read_dotenv(std::string_view text,
                                     DotenvSyntax syntax = DotenvSyntax::file);

}  // namespace leaksieve
