#include "scanner/match/validators/webhook.h"

#include "scanner/base/text_encoding.h"
#include "scanner/match/validators/token.h"

namespace leaksieve {

Verdict check_webhook(const ValidatorInput& input) {
  constexpr std::size_t kFewestBytes = 16;
  const std::string_view secret = bytes_of(input.text, input.secret);
  const std::string_view body = secret.substr(secret.find('_') + 1);
  const auto bytes = from_base64(body);
  if (!bytes || bytes->size() < kFewestBytes) return Verdict::reject();
  return check_random_body(input, body);
}

}  // namespace leaksieve
