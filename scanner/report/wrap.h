#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace leaksieve {

/// The columns that `text` takes on a terminal, counted as its characters. Right for
/// most scripts; characters of double width count once.
std::size_t columns_of(std::string_view text);

/// `text` broken at blanks into lines of at most `width` columns, each but the first
/// begun with `indent` blanks, which count. `used` columns of the first line are taken
/// already. A word that is longer stays whole: one can copy it. Width 0 breaks nothing.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent,
                    std::size_t used);

}  // namespace leaksieve
