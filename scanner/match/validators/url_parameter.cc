#include "scanner/match/validators/url_parameter.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/match/assignment/judge.h"

namespace leaksieve {
namespace {

// The bytes that a validator may look at, from the match on.
std::string_view reach(const ValidatorInput& input) {
  return input.text.substr(
      0, std::min<std::uint64_t>(input.text.size(), input.match.begin + kReachAfter));
}

ByteSpan run_at(std::string_view text, std::uint64_t begin, std::string_view also) {
  std::uint64_t end = begin;
  while (end < text.size() &&
         (std::isalnum(static_cast<unsigned char>(text[end])) != 0 ||
          also.find(text[end]) != std::string_view::npos)) {
    ++end;
  }
  return {begin, end};
}

Verdict with_secret(Verdict verdict, const ValidatorInput& input, ByteSpan secret) {
  if (!verdict.accept) return verdict;
  verdict.match = ByteSpan{input.match.begin, secret.end};
  verdict.secret = secret;
  return verdict;
}

}  // namespace

Verdict check_url_parameter(const ValidatorInput& input) {
  const std::string_view text = reach(input);
  const std::size_t equals = text.find('=', input.match.begin);
  if (equals == std::string_view::npos) return Verdict::reject();
  const std::string name =
      to_lower(text.substr(input.match.begin + 1, equals - input.match.begin - 1));
  const ByteSpan span = run_at(text, equals + 1, "._~+/-%=");
  const std::string_view value = bytes_of(input.text, span);
  const std::string_view before = text.substr(0, input.match.begin);
  if (value.size() > 400 || before.ends_with(".svg") || before.ends_with(".png")) {
    return Verdict::reject();  // the token of a badge is public
  }
  if (name == "password" || name == "passwd" || name == "pwd") {
    return with_secret(judge_password(value, true), input, span);
  }
  const bool signature = name == "sig" || name.ends_with("signature");
  const bool weak = signature || name == "key" || name == "code";
  Verdict verdict = judge_secret(value, weak ? NameKind::weak : NameKind::token);
  if (signature) {
    verdict.severity = Severity::low;
    verdict.evidence.emplace_back("a signed URL lets anybody in until it expires");
  }
  return with_secret(verdict, input, span);
}

}  // namespace leaksieve
