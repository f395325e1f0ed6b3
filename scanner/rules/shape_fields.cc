#include "scanner/rules/shape_fields.h"

#include <algorithm>
#include <cctype>
#include <iterator>

#include "scanner/base/ascii.h"
#include "scanner/base/bip39.h"
#include "scanner/base/checksum_text.h"
#include "scanner/base/ed25519.h"
#include "scanner/base/text_encoding.h"

namespace leaksieve {
namespace {

std::string to_upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

std::string crc_upper_hex(std::string_view text) { return to_upper(crc_hex(text)); }

// Bech32 is either upper or lower case as a whole.
std::string bech32_in_its_case(std::string_view text) {
  const std::string lower = to_lower(text);
  const std::string sum = bech32_checksum(lower).value_or("");
  return lower == text ? sum : to_upper(sum);
}

// "[1,2,255]", as solana-keygen writes a key.
std::string to_list(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    out += (out.empty() ? "[" : ",") + std::to_string(static_cast<unsigned char>(c));
  }
  return out + "]";
}

template <class Value>
struct Row {
  std::string_view name;
  Value value;
};

constexpr Row<TextFunction> kChecksums[] = {
    {"crc62", crc62},
    {"crc36", crc36},
    {"crchex", crc_hex},
    {"crcHEX", crc_upper_hex},
    {"crchexle", crc_hex_little_endian},
    {"crc16", crc16_little_endian},
    {"sha256d", base58_checksum},
    {"bech32sum", bech32_in_its_case},
    {"ed25519", ed25519_public_key},
};

constexpr Row<TextFunction> kEncodings[] = {
    {"as-base64", to_base64}, {"as-base64url", to_base64url}, {"as-base32", to_base32},
    {"as-base58", to_base58}, {"as-bip39", bip39_phrase},     {"as-list", to_list},
};

constexpr Row<std::string_view> kClasses[] = {
    {"alnum", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"},
    {"lower", "abcdefghijklmnopqrstuvwxyz"},
    {"upper", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    {"digit", "0123456789"},
    {"hex", "0123456789abcdef"},
    {"HEX", "0123456789ABCDEF"},
    {"base36", "0123456789abcdefghijklmnopqrstuvwxyz"},
    {"base32", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"},
    {"base58", "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"},
    {"base64", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"},
    {"base64url", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"},
    {"bech32", "qpzry9x8gf2tvdw0s3jn54khce6mua7l"},
    {"BECH32", "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"},
    {"django", "abcdefghijklmnopqrstuvwxyz0123456789!@#$%^&*(-_=+)"},
};

constexpr Row<std::string_view> kLiterals[] = {
    {"nl", "\n"}, {"tab", "\t"}, {"open", "{"}, {"close", "}"}};

template <class Value, std::size_t N>
const Row<Value>* find(const Row<Value> (&table)[N], std::string_view name) {
  const auto* const row =
      std::find_if(std::begin(table), std::end(table),
                   [&](const Row<Value>& r) { return r.name == name; });
  return row == std::end(table) ? nullptr : row;
}

}  // namespace

TextFunction find_checksum(std::string_view field) {
  const auto* const row = find(kChecksums, field);
  return row == nullptr ? nullptr : row->value;
}

TextFunction find_encoding(std::string_view field) {
  const auto* const row = find(kEncodings, field);
  return row == nullptr ? nullptr : row->value;
}

std::string_view find_class(std::string_view name) {
  const auto* const row = find(kClasses, name);
  return row == nullptr ? std::string_view() : row->value;
}

std::optional<std::string_view> find_literal(std::string_view field) {
  const auto* const row = find(kLiterals, field);
  if (row == nullptr) return std::nullopt;
  return row->value;
}

std::optional<std::string> from_hex(std::string_view digits) {
  if (digits.size() % 2 != 0) return std::nullopt;
  std::string out;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    const int high = hex_value(digits[i]);
    const int low = hex_value(digits[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    out += static_cast<char>(high << 4 | low);
  }
  return out;
}

}  // namespace leaksieve
