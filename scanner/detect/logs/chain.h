#pragma once

#include <string>
#include <vector>

#include "scanner/detect/logs/code.h"

namespace leaksieve::logs {

/// One step of a chain such as `os.environ["X"].strip()`.
struct Part {
  enum class Kind : std::uint8_t {
    name,
    call,   ///< (...), or {...} or [...] after the name of a macro
    index,  ///< [...]
    block,  ///< {...} of a closure after a call
  };
  Kind kind = Kind::name;
  std::uint32_t begin = 0;  ///< token of the name, or of the bracket that opens
  std::uint32_t end = 0;    ///< the same name, or the bracket that closes
};

/// Names, calls and subscripts that hang together: one operand.
struct Chain {
  std::vector<Part> parts;
  std::uint32_t begin = 0;  ///< tokens [begin, end)
  std::uint32_t end = 0;
  bool tail = false;  ///< it goes on after a literal or a bracket: `"...".format(x)`

  bool is_single_name() const {
    return parts.size() == 1 && !tail && parts[0].kind == Part::Kind::name;
  }
};

/// Reads the chain whose first name is token `i` into `out`, whose memory is used
/// again. Brackets are skipped, so that their content is looked at as expressions of
/// its own.
void read_chain(const Code& code, std::uint32_t i, Chain& out);

/// Whether the name at token `i` begins a chain. `tail` is set where it is the member
/// of what stands before it.
bool begins_chain(const Code& code, std::uint32_t i, bool& tail);

/// The text of a part's only argument or index, if that is one literal.
std::string_view literal_in(const Code& code, const Part& part);

/// The names of parts [0, end) with "." between them and "()" and "[]" for the rest, at
/// most 200 bytes: "os.environ[]".
std::string path_of(const Code& code, const Chain& chain, std::size_t end);

}  // namespace leaksieve::logs
