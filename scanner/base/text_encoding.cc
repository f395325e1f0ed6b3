#include "scanner/base/text_encoding.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace leaksieve {
namespace {

constexpr std::string_view kBase64 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kBase64Url =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view kBase32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::string_view kBase58 =
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

// `width` bits a digit, the last one filled up with zeros.
std::string in_digits(std::string_view bytes, std::string_view digits, int width) {
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  const std::uint32_t mask = (1U << width) - 1;
  for (const char c : bytes) {
    bits = bits << 8 | static_cast<unsigned char>(c);
    for (count += 8; count >= width; count -= width) {
      out += digits[bits >> (count - width) & mask];
    }
  }
  if (count > 0) out += digits[bits << (width - count) & mask];
  return out;
}

// Writes a number in another base, most significant digit first on both sides, and a
// zero digit for each zero digit at the start, as base 58 does.
std::vector<std::uint8_t> convert(const std::vector<std::uint8_t>& from,
                                  std::uint32_t base, std::uint32_t new_base) {
  std::vector<std::uint8_t> out;  // least significant first
  for (const std::uint8_t digit : from) {
    std::uint32_t carry = digit;
    for (std::uint8_t& place : out) {
      carry += place * base;
      place = static_cast<std::uint8_t>(carry % new_base);
      carry /= new_base;
    }
    for (; carry > 0; carry /= new_base) {
      out.push_back(static_cast<std::uint8_t>(carry % new_base));
    }
  }
  for (std::size_t i = 0; i < from.size() && from[i] == 0; ++i) out.push_back(0);
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string out = in_digits(bytes, kBase64, 6);
  while (out.size() % 4 != 0) out += '=';
  return out;
}

std::string to_base64url(std::string_view bytes) {
  return in_digits(bytes, kBase64Url, 6);
}

std::string to_base32(std::string_view bytes) { return in_digits(bytes, kBase32, 5); }

std::optional<std::string> from_base32(std::string_view text) {
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t digit = kBase32.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    bits = bits << 5 | static_cast<std::uint32_t>(digit);
    count += 5;
    if (count >= 8) {
      count -= 8;
      out += static_cast<char>(bits >> count & 0xff);
    }
  }
  return out;
}

std::string to_base58(std::string_view bytes) {
  std::string out;
  for (const std::uint8_t digit : convert({bytes.begin(), bytes.end()}, 256, 58)) {
    out += kBase58[digit];
  }
  return out;
}

std::optional<std::string> from_base58(std::string_view text) {
  constexpr std::size_t kLongest = 256;
  if (text.size() > kLongest) return std::nullopt;
  std::vector<std::uint8_t> digits;
  for (const char c : text) {
    const std::size_t digit = kBase58.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    digits.push_back(static_cast<std::uint8_t>(digit));
  }
  std::string out;
  for (const std::uint8_t byte : convert(digits, 58, 256)) {
    out += static_cast<char>(byte);
  }
  return out;
}

}  // namespace leaksieve
