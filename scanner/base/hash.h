#pragma once

#include <array>
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

/// Two lower-case hexadecimal digits a byte.
std::string hex(std::span<const std::uint8_t> bytes);

}  // namespace leaksieve
