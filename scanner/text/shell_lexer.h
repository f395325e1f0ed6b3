#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/model/byte_span.h"

namespace leaksieve {

/// A value in a word of a shell script.
struct ShellExpansion {
  enum class Form {
    whole,       ///< $x ${x} ${x:-y}, PowerShell's $env:x
    none_of_it,  ///< ${#x} ${x:+y}: its length, whether it is set
    part,        ///< ${x:0:4} ${x%y}
    command,     ///< $(...) `...`: `name` is what is run
    expression,  ///< ${{ ... }} of a workflow: `name` is what stands inside
  };
  Form form = Form::whole;
  ByteSpan span;
  ByteSpan name;
  int shown = -1;  ///< of a part: how many characters, -1 if that is not said
};

struct ShellWord {
  ByteSpan span;            ///< with its quotes
  std::uint32_t first = 0;  ///< its expansions in ShellCommand::expansions
  std::uint32_t last = 0;   ///< one past them
};

/// One simple command with what it is connected to.
struct ShellCommand {
  ByteSpan span;
  std::vector<ShellWord> words;  ///< without redirections
  std::vector<ShellExpansion> expansions;
  ByteSpan output;  ///< the file that standard output goes to; empty: none
  ByteSpan body;    ///< of a here-document
  std::uint32_t first_of_body =
      0;               ///< the expansions of the body: from here to the end
  bool piped = false;  ///< its output goes to the next command
  bool from_pipe = false;
};

/// Splits a part of a script into its simple commands: knows quotes, expansions,
/// redirections, pipes, here-documents and comments. What is run in $(...) is no
/// command of its own: nobody sees its output. Any bytes; linear.
class ShellLexer {
 public:
  /// Reads bytes [begin, end) of `text`, which it borrows.
  ShellLexer(std::string_view text, ByteSpan part);

  /// The next command; false at the end. `out` keeps its memory.
  bool next(ShellCommand& out);

 private:
  void read_word(ShellCommand& out);
  // A byte of a text in which variables are filled in, or what it escapes or expands.
  void read_expandable(ShellCommand& out);
  void read_quoted(ShellCommand& out);
  void read_expansion(ShellCommand& out);
  void read_braces(ShellCommand& out);
  void skip_command(char close);
  bool read_redirection(ShellCommand& out);
  void read_body(ShellCommand& out);
  void skip_blanks();
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

  std::string_view text_;  // up to the end of the part
  std::size_t pos_;
  bool from_pipe_ = false;
  std::string_view
      body_end_;  // the word of a here-document that begins at the next line
  bool body_raw_ = false;
};

}  // namespace leaksieve
