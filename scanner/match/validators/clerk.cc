#include "scanner/match/validators/clerk.h"

#include <algorithm>
#include <cctype>

#include "scanner/match/validators/token.h"

namespace leaksieve {

Verdict check_clerk(const ValidatorInput& input) {
  const std::string_view secret = bytes_of(input.text, input.secret);
  const std::string_view body = secret.substr(secret.rfind('_') + 1);
  // The old form has a beginning that names have too ("test_createsUser...").
  const bool old_form = !secret.starts_with("sk_");
  const bool has_digit = std::any_of(body.begin(), body.end(), [](char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
  });
  if (old_form && !has_digit) return Verdict::reject();
  Verdict verdict = check_random_body(input, body);
  if (!verdict.accept) return verdict;
  if (secret.find("test_") != std::string_view::npos) {
    verdict.severity = Severity::high;
    verdict.evidence.emplace_back("key of a development instance");
  }
  return verdict;
}

}  // namespace leaksieve
