#pragma once

#include <string_view>

#include "scanner/text/decoded_text.h"

namespace leaksieve {

/// How far a text with escapes reaches around them: a match that holds one and what
/// decides on it lie inside.
inline constexpr std::uint64_t kAroundEscapes = 1024;

/// Visits the surroundings of escapes that touch `near`, with the escapes replaced and
/// all else copied: percent-encoding, escapes of string literals, quoted-printable,
/// each alone. What makes a text worth it is an escape of a visible ASCII character
/// that need not be one: "%2D" ("%2d", which is a format of printf too, only inside a
/// word), "\x41" or "\u0041", "=3D", or a line of 70 to 76 characters that ends with
/// "=". False if the visitor wanted no more. Linear; texts are at most a few MiB, and
/// of neighbours each has what stands around its own escapes.
bool visit_escaped(std::string_view text, ByteSpan near, const DecodedVisitor& visit);

}  // namespace leaksieve
