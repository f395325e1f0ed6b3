#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace leaksieve {

/// Whether `c` is one of the 64, in the standard alphabet.
bool is_base64(char c);

/// The bytes that `text` encodes (RFC 4648, section 4 or 5, padding optional); nothing
/// if it holds another character or has a length that no encoding has.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace leaksieve
