#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scanner/match/validator.h"
#include "scanner/model/byte_span.h"

namespace leaksieve {

/// How a value is joined to its name.
enum class Join {
  assigned,   ///< name = v, name: v, name := v, name => v, "name": "v"
  compared,   ///< name == v
  default_,   ///< getenv("NAME", "v"), env.NAME || "v", ${NAME:-v}
  argument,   ///< f("name", "v"), -name v, IDENTIFIED BY 'v', setName("v")
  element,    ///< <name>v</name>, name: NAME and value: v
  parameter,  ///< ?name=v&, "user=u;name=v"
};

/// A name and the literal value that it has in the text. Borrows from the text.
struct Assignment {
  std::string_view name;  ///< whole: "settings.DB_PASSWORD"
  ByteSpan value;         ///< without quotes, blanks and comment
  /// What strings that are joined ("ab" + "cd") say together; empty for one literal.
  /// `value` then runs from the first to the last of them.
  std::string joined;
  bool quoted = false;
  bool constant_name = false;  ///< the name stands in quotes itself
  bool called = false;         ///< the value is the argument of name(...)
  Join join = Join::assigned;
};

/// Reads the assignment around `word`, which is part of a name, in any syntax: nothing
/// if what follows is no literal (a lookup, a call, a template, another type), or if it
/// does not end within a validator's reach. Looks no further than that, never throws,
/// linear.
std::optional<Assignment> read_assignment(std::string_view text, ByteSpan word);

}  // namespace leaksieve
