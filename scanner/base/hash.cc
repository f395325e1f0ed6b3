#include "scanner/base/hash.h"

#include <libdeflate.h>
#include <sodium.h>

namespace leaksieve {

std::uint32_t crc32(std::string_view bytes) {
  return libdeflate_crc32(0, bytes.data(), bytes.size());
}

std::uint16_t crc16_xmodem(std::string_view bytes) {
  std::uint32_t crc = 0;
  for (const char c : bytes) {
    crc ^= static_cast<std::uint32_t>(static_cast<unsigned char>(c)) << 8;
    for (int i = 0; i < 8; ++i) crc = (crc << 1 ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return static_cast<std::uint16_t>(crc);
}

std::array<std::uint8_t, 32> sha256(std::string_view bytes) {
  std::array<std::uint8_t, 32> digest{};
  static_assert(crypto_hash_sha256_BYTES == 32);
  crypto_hash_sha256(digest.data(),
                     reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  return digest;
}

std::array<std::uint8_t, 32> hmac_sha256(std::string_view key, std::string_view bytes) {
  std::array<std::uint8_t, 32> digest{};
  static_assert(crypto_auth_hmacsha256_BYTES == 32);
  const auto* data = reinterpret_cast<const unsigned char*>(key.data());
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, data, key.size());
  crypto_auth_hmacsha256_update(
      &state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  crypto_auth_hmacsha256_final(&state, digest.data());
  return digest;
}

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  // Needs no sodium_init(): one thread, and the system's call.
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::string hex(std::span<const std::uint8_t> bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * bytes.size());
  for (const std::uint8_t byte : bytes) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

}  // namespace leaksieve
