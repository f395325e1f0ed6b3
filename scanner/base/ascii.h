#pragma once

#include <string>
#include <string_view>

namespace leaksieve {

/// Letters, digits and lines of ASCII, whatever the locale. Other bytes are left alone.

/// `text` with A-Z as a-z.
std::string to_lower(std::string_view text);

/// Whether `lower_word`, which has no A-Z, stands in `text` in any case of letters.
/// Copies nothing.
bool contains_ignoring_case(std::string_view text, std::string_view lower_word);

/// 0 to 15; -1 if `c` is no hexadecimal digit.
int hex_value(char c);

/// The first line of `rest`, without its '\n'; `rest` loses the line and its end.
/// Borrows from `rest`.
std::string_view take_line(std::string_view& rest);

}  // namespace leaksieve
