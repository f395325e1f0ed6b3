#pragma once

#include <string>
#include <string_view>

namespace leaksieve {

/// Letters, digits and lines of ASCII, whatever the locale. Other bytes are left alone.

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c); }
constexpr bool is_alnum(char c) { return is_letter(c) || is_digit(c); }
/// A byte of a word: [A-Za-z0-9_].
constexpr bool is_word(char c) { return is_alnum(c) || c == '_'; }

/// `text` without those of `blanks` that stand at its ends: a part of it, if empty too.
std::string_view trimmed(std::string_view text, std::string_view blanks = " \t\r");

/// `text` with A-Z as a-z.
std::string to_lower(std::string_view text);

/// Whether `lower_word`, which has no A-Z, stands in `text` in any case of letters.
/// Copies nothing.
bool contains_ignoring_case(std::string_view text, std::string_view lower_word);

/// `text` for a message at a terminal: bytes that are no visible ASCII become "?", and
/// what is longer than 200 bytes ends in "...".
std::string printable(std::string_view text);

/// 0 to 15; -1 if `c` is no hexadecimal digit.
int hex_value(char c);

/// The first line of `rest`, without its '\n'; `rest` loses the line and its end.
/// Borrows from `rest`.
std::string_view take_line(std::string_view& rest);

}  // namespace leaksieve
