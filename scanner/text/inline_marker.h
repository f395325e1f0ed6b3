#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "scanner/model/inline_comment.h"

namespace leaksieve {

/// A word in a line that asks for something not to be reported, and what it covers.
struct Marker {
  enum class Kind {
    line,          ///< its line
    line_or_next,  ///< its line; alone on it, the next one as well
    around,        ///< the same, and alone also what ends on the line before
    next_line,     ///< alone on a line: the next one
    block,         ///< from here on
    end            ///< ends blocks
  };
  Kind kind = Kind::line;
  std::size_t offset = 0;  ///< bytes from the start of the line
  InlineComment comment;   ///< its line is not set
};

/// The markers in `line`, by their offset. Takes time linear in the line.
std::vector<Marker> markers_in(std::string_view line);

}  // namespace leaksieve
