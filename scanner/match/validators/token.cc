#include "scanner/match/validators/token.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <string>

#include "scanner/match/validators/entropy.h"
#include "scanner/match/validators/placeholder.h"
#include "scanner/match/validators/well_known.h"

namespace leaksieve {
namespace {

// What comes after the short parts that begin a token ("sk_", "amzn.mws.").
std::string_view random_part(std::string_view secret) {
  constexpr std::size_t kLongestPart = 6;
  constexpr std::size_t kShortestBody = 12;
  for (;;) {
    const std::size_t end = secret.find_first_of("_-.");
    if (end > kLongestPart ||
        secret.size() - std::min(end + 1, secret.size()) < kShortestBody) {
      return secret;
    }
    secret.remove_prefix(end + 1);
  }
}

}  // namespace

Verdict check_random_body(const ValidatorInput& input, std::string_view body) {
  const std::string_view secret = bytes_of(input.text, input.secret);
  if (is_well_known(secret) || is_fill(body)) return Verdict::reject();
  Verdict verdict;
  const int symbols = symbols_of(body);
  if (symbols > 10) {
    constexpr double kFarBelow = 0.6;
    const double missing = entropy_floor(body.size(), symbols) - entropy(body);
    if (missing > kFarBelow) return Verdict::reject();
    if (missing > 0) {
      verdict.confidence = Confidence::medium;
      verdict.evidence.emplace_back("less random than a generated one");
    }
  }
  return verdict;
}

Verdict check_token(const ValidatorInput& input) {
  const std::string_view secret = bytes_of(input.text, input.secret);
  if (is_placeholder(secret)) return Verdict::reject();
  return check_random_body(input, random_part(secret));
}

Verdict check_lone_token(const ValidatorInput& input) {
  const auto [begin, end] = input.secret;
  const auto is_one_of = [&](std::uint64_t at, std::string_view bytes) {
    return at < input.text.size() && bytes.find(input.text[at]) != bytes.npos;
  };
  // At the start of the text begin - 1 is no place in it.
  if (is_one_of(begin - 1, "+/") || is_one_of(end, "+/=")) return Verdict::reject();
  return check_token(input);
}

}  // namespace leaksieve
