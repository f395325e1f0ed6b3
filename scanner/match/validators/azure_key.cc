#include "scanner/match/validators/azure_key.h"

#include <fmt/format.h>

#include "scanner/match/validators/token.h"

namespace leaksieve {

Verdict check_cask(const ValidatorInput& input) {
  constexpr std::size_t kRandom = 52;
  constexpr std::size_t kProvider = 76;
  const std::string_view secret = bytes_of(input.text, input.secret);
  const bool has_size = secret.size() == 84 || secret.size() == 88;
  if (!has_size || secret.substr(kRandom, 5) != "JQQJ9" ||
      std::string_view("9DH").find(secret[kRandom + 5]) == std::string_view::npos ||
      secret[kRandom + 7] < 'A' || secret[kRandom + 7] > 'L') {
    return Verdict::reject();
  }
  Verdict verdict = check_random_body(input, secret.substr(0, kRandom));
  if (!verdict.accept) return verdict;
  verdict.evidence.push_back(
      fmt::format("annotated key of \"{}\"", secret.substr(kProvider, 4)));
  return verdict;
}

}  // namespace leaksieve
