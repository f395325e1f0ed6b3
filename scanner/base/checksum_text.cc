#include "scanner/base/checksum_text.h"

#include <cstdint>

#include "scanner/base/hash.h"

namespace leaksieve {

namespace {

// `value` in as many of `digits` as `width` says, most significant first.
std::string in_digits(std::uint32_t value, std::string_view digits, std::size_t width) {
  const auto base = static_cast<std::uint32_t>(digits.size());
  std::string out(width, digits[0]);
  for (std::size_t i = width; i-- > 0; value /= base) out[i] = digits[value % base];
  return out;
}

constexpr std::string_view kHex = "0123456789abcdef";

}  // namespace

std::string crc62(std::string_view body) {
  return in_digits(crc32(body),
                   "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 6);
}

std::string crc36(std::string_view text) {
  return in_digits(crc32(text), "0123456789abcdefghijklmnopqrstuvwxyz", 7);
}

std::string crc_hex(std::string_view text) { return in_digits(crc32(text), kHex, 8); }

std::string crc_hex_little_endian(std::string_view text) {
  const std::uint32_t crc = crc32(text);
  return in_digits(crc << 24 | (crc & 0xff00) << 8 | (crc >> 8 & 0xff00) | crc >> 24,
                   kHex, 8);
}

std::string sha32(std::string_view text) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const auto digest = sha256(text);
  std::uint64_t bits = 0;  // the first 40 of the digest
  for (std::size_t i = 0; i < 5; ++i) bits = bits << 8 | digest[i];
  std::string out(8, 'A');
  for (std::size_t i = out.size(); i-- > 0; bits >>= 5) out[i] = kDigits[bits & 31];
  return out;
}

std::string base58_checksum(std::string_view bytes) {
  const auto once = sha256(bytes);
  const auto twice = sha256({reinterpret_cast<const char*>(once.data()), once.size()});
  return {twice.begin(), twice.begin() + 4};
}

std::string crc16_little_endian(std::string_view bytes) {
  const std::uint16_t crc = crc16_xmodem(bytes);
  return {static_cast<char>(crc & 0xff), static_cast<char>(crc >> 8)};
}

std::optional<std::string> bech32_checksum(std::string_view text) {
  constexpr std::string_view kDigits = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  constexpr std::uint32_t kGenerator[] = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa,
                                          0x3d4233dd, 0x2a1462b3};
  std::uint32_t sum = 1;
  const auto take = [&](std::uint32_t value) {
    const std::uint32_t top = sum >> 25;
    sum = (sum & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < 5; ++i) {
      if (top >> i & 1) sum ^= kGenerator[i];
    }
  };
  const std::size_t separator = text.rfind('1');
  if (separator == std::string_view::npos) return std::nullopt;
  for (const char c : text.substr(0, separator)) {
    take(static_cast<unsigned char>(c) >> 5);
  }
  take(0);
  for (const char c : text.substr(0, separator)) {
    take(static_cast<unsigned char>(c) & 31);
  }
  for (const char c : text.substr(separator + 1)) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    take(static_cast<std::uint32_t>(digit));
  }
  for (int i = 0; i < 6; ++i) take(0);
  sum ^= 1;
  std::string out;
  for (int shift = 25; shift >= 0; shift -= 5) out += kDigits[sum >> shift & 31];
  return out;
}

}  // namespace leaksieve
