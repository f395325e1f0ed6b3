#include "scanner/match/validators/gitlab.h"

#include <algorithm>

#include "scanner/base/checksum_text.h"
#include "scanner/base/text_encoding.h"
#include "scanner/match/validators/checksum.h"
#include "scanner/match/validators/token.h"

namespace leaksieve {
namespace {

constexpr std::size_t kLengthDigits = 2;
constexpr std::size_t kChecksumDigits = 7;

// What stands behind the prefix: "glpat-" and so on, or the one of registration tokens.
std::string_view body_of(std::string_view secret) {
  constexpr std::string_view kRegistration = "GR1348941";
  if (secret.starts_with(kRegistration)) return secret.substr(kRegistration.size());
  return secret.substr(secret.find('-') + 1);
}

// 0 to 35, or 36 if `c` is no digit.
std::size_t base36_digit(char c) {
  constexpr std::string_view kDigits = "0123456789abcdefghijklmnopqrstuvwxyz";
  return std::min(kDigits.find(c), kDigits.size());
}

// Whether the lines at the end of a payload's bytes are as long as its last byte says
// and name an organization, as all do.
bool has_routing_lines(std::string_view payload) {
  const auto bytes = from_base64(payload);
  if (!bytes || bytes->empty()) return false;
  const auto length = static_cast<unsigned char>(bytes->back());
  if (length + std::size_t{1} > bytes->size()) return false;
  const std::string_view lines =
      std::string_view(*bytes).substr(bytes->size() - 1 - length, length);
  return lines.starts_with("o:") || lines.find("\no:") != std::string_view::npos;
}

// `body` is the token behind its prefix, `dot` where its first "." is.
bool is_routable(std::string_view secret, std::string_view body, std::size_t dot) {
  const std::string_view end = secret.substr(secret.rfind('.') + 1);
  if (end.size() != kLengthDigits + kChecksumDigits) return false;
  const std::string_view covered = secret.substr(0, secret.size() - kChecksumDigits);
  if (end.substr(kLengthDigits) != crc36(covered)) return false;
  // A kind such as "t1_" may stand before the payload.
  const std::size_t length = base36_digit(end[0]) * 36 + base36_digit(end[1]);
  if (length > dot || (length < dot && body[dot - length - 1] != '_')) return false;
  return has_routing_lines(body.substr(dot - length, length));
}

}  // namespace

Verdict check_gitlab(const ValidatorInput& input) {
  const std::string_view secret = bytes_of(input.text, input.secret);
  const std::string_view body = body_of(secret);
  const std::size_t dot = body.find('.');
  if (dot == std::string_view::npos) return check_random_body(input, body);
  return judge_checksum(input, body.substr(0, dot), is_routable(secret, body, dot));
}

}  // namespace leaksieve
