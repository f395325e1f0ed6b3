#include "scanner/match/validators/github.h"

#include "scanner/base/checksum_text.h"
#include "scanner/match/validators/checksum.h"

namespace leaksieve {
namespace {

bool has_checksum(std::string_view secret) {
  constexpr std::size_t kFineGrained = 93;
  constexpr std::size_t kCovered = 77;
  if (secret.starts_with("github_pat_")) {
    return secret.size() == kFineGrained &&
           secret.substr(kCovered, 8) == sha32(secret.substr(0, kCovered));
  }
  const std::string_view body = secret.substr(secret.find('_') + 1);
  return body.size() > 6 &&
         body.substr(body.size() - 6) == crc62(body.substr(0, body.size() - 6));
}

}  // namespace

Verdict check_github(const ValidatorInput& input) {
  const std::string_view secret = bytes_of(input.text, input.secret);
  return judge_checksum(input, secret.substr(secret.rfind('_') + 1),
                        has_checksum(secret));
}

}  // namespace leaksieve
