#include "scanner/base/checksum_text.h"

#include <cstdint>

#include "scanner/base/hash.h"

namespace leaksieve {

std::string crc62(std::string_view body) {
  constexpr std::string_view kDigits =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  std::string out(6, '0');
  std::uint32_t value = crc32(body);
  for (std::size_t i = out.size(); i-- > 0; value /= 62) out[i] = kDigits[value % 62];
  return out;
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

}  // namespace leaksieve
