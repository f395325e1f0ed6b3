#pragma once

#include "scanner/detect/logs/expression.h"

namespace leaksieve::logs {

/// The names on the left of an assignment, as tokens.
struct Targets {
  enum class Kind {
    none,
    one,       ///< name = value; also obj.name, obj["name"]
    several,   ///< a, b = x, y
    taken_out  ///< { a, b: c } = object: member and variable in turns
  };
  Kind kind = Kind::none;
  std::vector<std::uint32_t> names;
  std::uint32_t owner = kNoToken;  ///< first token of what the name is a member of
};

/// Reads what stands before the assignment at token `i`.
Targets targets_of(const Code& code, std::uint32_t i);

/// Learns from the assignment at token `i` (`=`, `:=`, `+=`) in the function `function`
/// what its names hold from here on.
void learn_assignment(const Code& code, const std::vector<Function>& functions,
                      std::uint32_t function, std::uint32_t i, ExpressionReader& reader,
                      Flow& flow);

/// The value that the best of `leaks` gives, with a link to where it came from;
/// unknown if there is none. `begin` is where the expression begins.
Value value_of(const Code& code, std::uint32_t begin, const std::vector<Leak>& leaks,
               Flow& flow);

}  // namespace leaksieve::logs
