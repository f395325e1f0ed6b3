#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace leaksieve {

/// The ordinary CRC-32 (IEEE 802.3, as in zlib and PNG) of `bytes`.
std::uint32_t crc32(std::string_view bytes);

/// CRC-16/XMODEM of `bytes`: polynomial 0x1021, starts with 0, nothing reflected.
std::uint16_t crc16_xmodem(std::string_view bytes);

/// SHA-256 (FIPS 180-4) of `bytes`.
std::array<std::uint8_t, 32> sha256(std::string_view bytes);

/// HMAC (RFC 2104) of `bytes` with SHA-256.
std::array<std::uint8_t, 32> hmac_sha256(std::string_view key, std::string_view bytes);

/// SHA-1 (FIPS 180-4) of `bytes`: only to compare with what others wrote, since it
/// protects nothing.
std::array<std::uint8_t, 20> sha1(std::string_view bytes);

/// `count` bytes from the system's source of randomness.
std::string random_bytes(std::size_t count);

/// Two lower-case hexadecimal digits a byte.
std::string hex(std::span<const std::uint8_t> bytes);

}  // namespace leaksieve
