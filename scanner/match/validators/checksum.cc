#include "scanner/match/validators/checksum.h"

#include <algorithm>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/base/checksum_text.h"
#include "scanner/match/validators/token.h"

namespace leaksieve {
namespace {

constexpr std::size_t kHexDigits = 8;

// `text` without its last `count` bytes, and those.
struct Split {
  std::string_view body;
  std::string_view checksum;
};

Split split(std::string_view text, std::size_t count) {
  const std::size_t at = text.size() - std::min(text.size(), count);
  return {text.substr(0, at), text.substr(at)};
}

// The token as it was before somebody escaped its "=".
std::string unescaped(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::size_t size = 1;
    char c = text.front();
    for (const std::string_view escape : {"%3D", "%3d", "\\="}) {
      if (!text.starts_with(escape)) continue;
      size = escape.size();
      c = '=';
    }
    out += c;
    text.remove_prefix(size);
  }
  return out;
}

}  // namespace

Verdict judge_checksum(const ValidatorInput& input, std::string_view body, bool holds) {
  Verdict verdict = check_random_body(input, body);
  if (!verdict.accept) return verdict;
  verdict.confidence = holds ? Confidence::proven : Confidence::medium;
  verdict.evidence.emplace_back(holds ? "checksum valid" : "checksum does not match");
  return verdict;
}

Verdict check_crc62(const ValidatorInput& input) {
  const std::string_view secret = bytes_of(input.text, input.secret);
  const std::string_view token = secret.substr(secret.find('_') + 1);
  const auto [body, checksum] = split(token, 6);
  return judge_checksum(input, token, checksum == crc62(body));
}

Verdict check_crc_hex_of_all(const ValidatorInput& input) {
  const std::string secret = unescaped(bytes_of(input.text, input.secret));
  const auto [body, checksum] = split(secret, kHexDigits);
  return judge_checksum(input, body, to_lower(checksum) == crc_hex(body));
}

Verdict check_crc_hex_of_body(const ValidatorInput& input) {
  const std::string_view secret = bytes_of(input.text, input.secret);
  auto [body, checksum] = split(secret.substr(secret.find('_') + 1), kHexDigits);
  if (body.ends_with('_')) body.remove_suffix(1);
  return judge_checksum(input, body, to_lower(checksum) == crc_hex(body));
}

Verdict check_grafana(const ValidatorInput& input) {
  const std::string_view secret = bytes_of(input.text, input.secret);
  auto [covered, checksum] = split(secret, kHexDigits);
  if (covered.ends_with('_')) covered.remove_suffix(1);
  return judge_checksum(input, covered.substr(covered.find('_') + 1),
                        to_lower(checksum) == crc_hex_little_endian(covered));
}

}  // namespace leaksieve
