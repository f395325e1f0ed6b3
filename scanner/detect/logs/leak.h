#pragma once

#include <cstdint>
#include <string_view>

#include "scanner/model/byte_span.h"

namespace leaksieve::logs {

/// How sure it is that an expression shows a secret. Ordered.
enum class Level {
  none,
  low,     ///< a longer piece of one, a whole configuration
  hint,    ///< a name that needs one more sign
  medium,  ///< by its label, or by where it came from
  high,    ///< its own name says so, or it is the whole environment
};

inline constexpr std::uint32_t kNoLink = 0xffffffffU;

/// An expression that shows a secret when it is printed.
struct Leak {
  ByteSpan span;  ///< the expression
  Level level = Level::none;
  std::uint32_t link = kNoLink;  ///< where its value came from; see flow.h
  bool whole = false;            ///< an object that holds secrets among other things
  bool read = false;      ///< it is read from the environment or the settings here
  bool dump = false;      ///< all variables, all headers
  std::string_view name;  ///< of the value, as it was graded; borrows the text
  int parameter = -1;     ///< it is this parameter of the function around it
};

}  // namespace leaksieve::logs
