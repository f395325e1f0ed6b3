#include "scanner/base/text_encoding.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "scanner/base/ascii.h"

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

// The other way: `value_of` a character is below 1 << width, or negative: no digit.
// Bits that fill no byte are dropped.
template <class ValueOf>
std::optional<std::string> from_digits(std::string_view text, int width,
                                       ValueOf value_of) {
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const int value = value_of(c);
    if (value < 0) return std::nullopt;
    bits = bits << width | static_cast<std::uint32_t>(value);
    count += width;
    if (count >= 8) {
      count -= 8;
      out += static_cast<char>(bits >> count & 0xff);
    }
  }
  return out;
}

int base64_value(char c) {
  if (is_upper(c)) return c - 'A';
  if (is_lower(c)) return c - 'a' + 26;
  if (is_digit(c)) return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return -1;
}

int base32_value(char c) {
  if (is_upper(c)) return c - 'A';
  return c >= '2' && c <= '7' ? c - '2' + 26 : -1;
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

std::optional<std::string> from_base64(std::string_view text) {
  for (int i = 0; i < 2 && text.ends_with('='); ++i) text.remove_suffix(1);
  if (text.size() % 4 == 1) return std::nullopt;
  return from_digits(text, 6, base64_value);
}

std::optional<std::string> from_base32(std::string_view text) {
  return from_digits(text, 5, base32_value);
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
