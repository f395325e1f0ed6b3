#include "scanner/match/validators/stripe.h"

#include "scanner/match/validators/token.h"

namespace leaksieve {

Verdict check_stripe(const ValidatorInput& input) {
  const std::string_view secret = bytes_of(input.text, input.secret);
  Verdict verdict = check_random_body(input, secret.substr(secret.rfind('_') + 1));
  if (!verdict.accept) return verdict;
  if (secret.substr(2).starts_with("_test_")) {
    verdict.severity = Severity::medium;
    verdict.evidence.emplace_back("key of test mode");
  }
  return verdict;
}

}  // namespace leaksieve
