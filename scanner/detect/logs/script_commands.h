#pragma once

#include <string_view>

#include "scanner/text/shell_lexer.h"

namespace leaksieve::logs {

/// What a command does with values, by its name and arguments.
enum class CommandKind {
  other,
  prints,            ///< echo, printf, logger: what it is given
  shows_here_text,   ///< cat <<EOF
  environment,       ///< env, printenv, export -p: all of it, or one variable
  secret,            ///< it writes a secret: vault kv get, gh auth token
  secret_file,       ///< it writes a file of secrets: cat .env
  traces,            ///< set -x
  traces_no_more,    ///< set +x
  traces_program,    ///< bash -x
  shows_its_headers  ///< curl -v
};

struct CommandShape {
  CommandKind kind = CommandKind::other;
  std::size_t first = 0;  ///< word of its name; assignments and `sudo` stand before it
};

CommandShape shape_of(std::string_view text, const ShellCommand& command);

/// Whether what this program reads it writes again, so that a secret stays one: tee,
/// base64, sort.
bool hands_on(std::string_view text, const ShellCommand& command);

/// The word without its quotes, if they are around all of it.
std::string_view plain_word(std::string_view text, const ShellWord& word);

}  // namespace leaksieve::logs
