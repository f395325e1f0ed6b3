#include "scanner/match/validators/token_outside_base64.h"

#include "scanner/match/validators/token.h"

namespace leaksieve {

Verdict check_token_outside_base64(const ValidatorInput& input) {
  const ByteSpan secret = input.secret;
  const auto at = [&](std::uint64_t i) {
    return i < input.text.size() ? input.text[i] : ' ';
  };
  const char before = secret.begin > 0 ? at(secret.begin - 1) : ' ';
  const char after = at(secret.end);
  if (before == '+' || before == '/' || after == '+' || after == '/' || after == '=') {
    return Verdict::reject();
  }
  return check_token(input);
}

}  // namespace leaksieve
