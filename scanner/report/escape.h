#pragma once

#include <string>
#include <string_view>

namespace leaksieve {

/// Whether `text` is UTF-8 as Unicode has it: no overlong forms, no surrogates.
bool is_utf8(std::string_view text);

/// `text`, with each maximal part that is not UTF-8 replaced by one U+FFFD (the
/// practice that the Unicode standard recommends in 3.9, and that browsers follow).
std::string valid_utf8(std::string_view text);

/// `text` as it may be shown to a person, on a terminal or a page: valid UTF-8 on one
/// line, in which nothing moves the cursor, changes a colour, or hides or reorders
/// other characters. Line feed, carriage return and tab become \n, \r and \t; other
/// control characters and bytes that are not UTF-8 become \x1b; C1 controls,
/// bidirectional controls and invisible characters become \u{202e}; "##[", a command to
/// the runner of a GitHub workflow, becomes ##\x5b. A backslash stays as it is: this is
/// for eyes, and cannot be read back.
std::string visible(std::string_view text);

/// A path in ASCII: '%', and every byte that is not printable ASCII, becomes %XX.
/// Undone by any percent decoder. The JSON contract's "path_encoding": "percent".
std::string percent_encoded(std::string_view path);

/// A path as a URI (RFC 3986): every byte that may not stand in a path segment, and
/// ':', becomes %XX; '/' stays. A relative path gives a relative reference that never
/// reads as a scheme; an absolute one gives "file:///...".
std::string uri_of_path(std::string_view path);

}  // namespace leaksieve
