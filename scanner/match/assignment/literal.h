#pragma once

#include <optional>
#include <string_view>

#include "scanner/match/assignment/cursor.h"
#include "scanner/match/assignment/reader.h"

namespace leaksieve {

/// Whether a string literal begins here, with its prefix (r, b, u, L, @) and, inside
/// another string, with the backslashes before its quote.
bool opens_string(const Cursor& at);

/// Steps over the string that begins here and gives its content; nothing if it does not
/// end in the text, or, but for `...` and triple quotes, on its line.
std::optional<ByteSpan> read_string(Cursor& at);

// Each of these reads the value that begins at `at` and puts it into `found`; nothing
// if it is no literal.

/// A string, if it is the whole value: nothing is joined to it or formatted into it.
std::optional<Assignment> read_quoted(Cursor at, Assignment found);

/// Text without quotes: to the end of the line and of the comment, or, if `one_word`,
/// to the first blank.
std::optional<Assignment> read_plain(Cursor at, Assignment found, bool one_word);

/// Text up to one of `ends`, a blank, a quote or a bracket.
std::optional<Assignment> read_until(Cursor at, Assignment found,
                                     std::string_view ends);

/// The text of an XML element, up to its "</".
std::optional<Assignment> read_element(Cursor at, Assignment found);

/// YAML's "|" and ">": the next line, if it is the only one.
std::optional<Assignment> read_block_scalar(Cursor at, Assignment found);

}  // namespace leaksieve
