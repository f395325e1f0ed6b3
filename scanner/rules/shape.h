#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "scanner/base/result.h"

namespace leaksieve {

/// Expands a shape into a made-up text, so that no complete token ever stands in a
/// file.
///
/// A shape is literal text with fields in braces:
///
///     sk_live_{alnum:42}        42 random letters and digits
///     {base64:24-64}            a random length, both ends included
///     {crc62}                   checksum of the random text since the last literal:
///                               CRC-32, base 62, six characters (GitHub, npm)
///     {sha32}                   checksum of everything since the last "github_":
///                               SHA-256, base 32, eight characters (GitHub's
///                               fine-grained tokens)
///     {nl} {tab} {open} {close} a newline, a tab, "{", "}"
///
/// Classes: alnum lower upper digit hex HEX base36 base32 base64 base64url, and django
/// (the alphabet of Django's get_random_secret_key). A newline may also stand as
/// itself. The same shape and seed give the same text on every machine.
///
/// Fails on an unknown class, a missing brace, or a length over 100,000.
Result<std::string> expand_shape(std::string_view shape, std::uint64_t seed);

}  // namespace leaksieve
