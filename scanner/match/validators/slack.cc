#include "scanner/match/validators/slack.h"

#include <string>

#include "scanner/match/validators/placeholder.h"
#include "scanner/match/validators/token.h"

namespace leaksieve {
namespace {

// "1234", as the documentation writes ids.
bool is_sample_id(std::string_view id) {
  constexpr std::size_t kShortest = 4;
  return id.size() >= kShortest && id.size() < 9 &&
         std::string_view("12345678").starts_with(id);
}

}  // namespace

Verdict check_slack(const ValidatorInput& input) {
  const std::string_view secret = bytes_of(input.text, input.secret);
  const std::size_t last = secret.find_last_of(secret.starts_with("xox") ? "-" : "-/");
  const std::string_view body = secret.substr(last + 1);
  Verdict verdict = check_random_body(input, body);
  if (!verdict.accept) return verdict;
  // The ids before it, one by one.
  for (std::size_t begin = 0; begin < last;) {
    const std::size_t end = secret.find_first_of("-/", begin);
    const std::string_view id = secret.substr(begin, end - begin);
    if (is_sample_id(id)) return Verdict::reject();
    if (id.size() >= 9 && id.find('.') == std::string_view::npos && is_fill(id)) {
      verdict.confidence = Confidence::medium;
      verdict.evidence.emplace_back("its ids are those of a sample");
      break;
    }
    begin = end + 1;
  }
  return verdict;
}

}  // namespace leaksieve
