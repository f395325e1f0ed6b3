#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace leaksieve {

/// The checksum that ends a classic GitHub or npm token whose random part is `body`:
/// its CRC-32 in base 62 (digits, upper case, lower case), padded with "0" to six
/// characters. Source: github.blog, "Behind GitHub's new authentication token formats",
/// 2021-04.
std::string crc62(std::string_view body);

/// CRC-32 in base 36 (digits, lower case), padded with "0" to seven characters.
std::string crc36(std::string_view text);

/// CRC-32 in eight lower-case hexadecimal digits, most significant first.
std::string crc_hex(std::string_view text);

/// The same with the four bytes turned round, least significant first.
std::string crc_hex_little_endian(std::string_view text);

/// The checksum inside a GitHub fine-grained token: the first eight characters of the
/// base32 (RFC 4648) of the SHA-256 of `text`, which is everything before it.
std::string sha32(std::string_view text);

/// The last 4 bytes of base58check: the first of SHA-256 of SHA-256 of `bytes`. Source:
/// en.bitcoin.it/wiki/Base58Check_encoding, 2026-11.
std::string base58_checksum(std::string_view bytes);

/// The last two bytes of a Stellar or NATS key: CRC-16/XMODEM, least significant byte
/// first. Source: stellar.org SEP-23; github.com/nats-io/nkeys, 2026-11.
std::string crc16_little_endian(std::string_view bytes);

/// The six characters that end `text` in Bech32, lower case, where `text` is the human
/// readable part, "1" and the data, all in lower case. Nothing if there is no "1" or
/// the data hold a character that is not one of the 32. Source: BIP 173.
std::optional<std::string> bech32_checksum(std::string_view text);

}  // namespace leaksieve
