#pragma once

#include <string>
#include <string_view>

namespace leaksieve {

/// The checksum that ends a classic GitHub or npm token whose random part is `body`:
/// its CRC-32 in base 62 (digits, upper case, lower case), padded with "0" to six
/// characters. Source: github.blog, "Behind GitHub's new authentication token formats",
/// 2021-04.
std::string crc62(std::string_view body);

/// The checksum inside a GitHub fine-grained token: the first eight characters of the
/// base32 (RFC 4648) of the SHA-256 of `text`, which is everything before it.
std::string sha32(std::string_view text);

}  // namespace leaksieve
