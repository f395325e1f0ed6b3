#include "scanner/match/validators/key_checksum.h"

#include <string>

#include "scanner/base/ascii.h"
#include "scanner/base/checksum_text.h"
#include "scanner/base/text_encoding.h"
#include "scanner/match/validators/checksum.h"

namespace leaksieve {
namespace {

bool is_upper_or_lower(std::string_view text) {
  bool upper = false;
  bool lower = false;
  for (const char c : text) {
    upper = upper || (c >= 'A' && c <= 'Z');
    lower = lower || (c >= 'a' && c <= 'z');
  }
  return !(upper && lower);
}

bool ends_with_checksum(const std::optional<std::string>& bytes, std::size_t size,
                        std::string (*checksum)(std::string_view)) {
  if (!bytes || bytes->size() <= size) return false;
  const std::string_view all = *bytes;
  const std::size_t covered = all.size() - size;
  return all.substr(covered) == checksum(all.substr(0, covered));
}

bool is_extended_key(std::string_view secret) {
  return secret.size() > 4 && secret.substr(1, 3) == "prv";
}

}  // namespace

Verdict check_bech32(const ValidatorInput& input) {
  constexpr std::size_t kChecksum = 6;
  const std::string_view secret = bytes_of(input.text, input.secret);
  const std::string lower = to_lower(secret);
  const std::size_t separator = lower.rfind('1');
  bool holds = false;
  if (separator != std::string::npos && lower.size() >= separator + 1 + kChecksum &&
      is_upper_or_lower(secret)) {
    const std::string_view all = lower;
    const std::size_t covered = all.size() - kChecksum;
    holds = bech32_checksum(all.substr(0, covered)) == all.substr(covered);
  }
  return judge_checksum(input, secret.substr(separator + 1), holds);
}

Verdict check_base58check(const ValidatorInput& input) {
  const std::string_view secret = bytes_of(input.text, input.secret);
  const bool holds = ends_with_checksum(from_base58(secret), 4, base58_checksum);
  if (!holds && !is_extended_key(secret)) return Verdict::reject();
  return judge_checksum(input, secret.substr(is_extended_key(secret) ? 4 : 0), holds);
}

Verdict check_crc16(const ValidatorInput& input) {
  const std::string_view secret = bytes_of(input.text, input.secret);
  if (!ends_with_checksum(from_base32(secret), 2, crc16_little_endian)) {
    return Verdict::reject();
  }
  return judge_checksum(input, secret, true);
}

}  // namespace leaksieve
