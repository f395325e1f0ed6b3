#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace leaksieve {

/// Bytes written as text.

/// RFC 4648, section 4, with padding.
std::string to_base64(std::string_view bytes);

/// RFC 4648, section 5, without padding.
std::string to_base64url(std::string_view bytes);

/// The bytes that `text` encodes (RFC 4648, section 4 or 5, padding optional); nothing
/// if it holds another character or has a length that no encoding has. Bits that fill
/// no byte are dropped.
std::optional<std::string> from_base64(std::string_view text);

/// RFC 4648, section 6 (A-Z 2-7), without padding.
std::string to_base32(std::string_view bytes);

/// The bytes that `text` encodes, without padding; nothing if it holds another
/// character. Bits that fill no byte are dropped.
std::optional<std::string> from_base32(std::string_view text);

/// Bitcoin's base 58: no 0, O, I and l; a "1" for each zero byte at the start. Takes
/// time in the square of the length: for short things.
std::string to_base58(std::string_view bytes);

/// The bytes that `text` encodes; nothing if it holds another character or is longer
/// than 256.
std::optional<std::string> from_base58(std::string_view text);

}  // namespace leaksieve
