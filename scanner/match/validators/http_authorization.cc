#include "scanner/match/validators/http_authorization.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/match/assignment/cursor.h"
#include "scanner/match/assignment/judge.h"
#include "scanner/match/assignment/randomness.h"
#include "scanner/match/validators/base64.h"
#include "scanner/match/validators/placeholder.h"

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

// The base64 of "user:password".
Verdict check_basic(const ValidatorInput& input, std::uint64_t begin) {
  const ByteSpan span = run_at(reach(input), begin, "+/=-_");
  const std::optional<std::string> pair = decode_base64(bytes_of(input.text, span));
  const std::size_t colon = pair ? pair->find(':') : std::string::npos;
  if (colon == std::string::npos || std::any_of(pair->begin(), pair->end(), [](char c) {
        return (c >= 0 && c < ' ') || c == '\x7f';
      })) {
    return Verdict::reject();
  }
  const std::string_view user = std::string_view(*pair).substr(0, colon);
  const std::string_view password = std::string_view(*pair).substr(colon + 1);
  if (is_placeholder(user) && !user.empty()) return Verdict::reject();
  if (password.empty() || to_lower(user) == to_lower(password))
    return Verdict::reject();
  Verdict verdict = judge_password(password, false);
  // A pair is what the scheme asks for: any word may be the password.
  if (verdict.accept && !is_weak_password(password)) {
    verdict.confidence = std::max(Confidence::medium, *verdict.confidence);
    verdict.severity.reset();
  }
  verdict.evidence.emplace_back("decodes to a user and a password");
  return with_secret(verdict, input, span);
}

// "-u user:password" of curl.
Verdict check_curl(const ValidatorInput& input, std::uint64_t begin) {
  const std::uint64_t first =
      input.match.begin - std::min(input.match.begin, kReachBefore);
  std::string_view before = bytes_of(input.text, {first, input.match.begin});
  before = before.substr(before.rfind('\n') + 1);
  if (!contains_ignoring_case(before, "curl")) return Verdict::reject();
  Cursor at(reach(input), begin);
  while (at.peek() == ' ' || at.peek() == '=' || at.peek() == '\t') at.skip(1);
  const char quote = at.peek() == '"' || at.peek() == '\'' ? at.peek() : ' ';
  if (quote != ' ') at.skip(1);
  const std::uint64_t user = at.position();
  while (!at.at_end() && at.peek() != ':') at.skip(1);
  at.skip(1);
  const std::uint64_t password = at.position();
  while (!at.at_end() && at.peek() != quote && at.peek() != '\n' && at.peek() != '\r' &&
         at.peek() != '"' && at.peek() != '\'' && at.peek() != '\\' &&
         at.peek() != '`') {
    at.skip(1);
  }
  if (at.position() <= password) return Verdict::reject();
  const ByteSpan secret{password, at.position()};
  const std::string_view name = bytes_of(input.text, {user, password - 1});
  const std::string_view value = bytes_of(input.text, secret);
  // "{name:24}:" is a field, not a user and a password.
  if (name == value || is_reference(name) || name.starts_with('{')) {
    return Verdict::reject();
  }
  return with_secret(judge_password(value, false), input, secret);
}

}  // namespace

Verdict check_http_authorization(const ValidatorInput& input) {
  Cursor at(reach(input), input.match.begin);
  if (at.take_word("authorization") || at.take_word("http_authorization")) {
    while (!at.at_end() && std::string_view("\"'`:=, \t>\\").find(at.peek()) !=
                               std::string_view::npos) {
      at.skip(1);
    }
  }
  const bool basic = at.take_word("basic");
  const bool bearer = !basic && (at.take_word("bearer") || at.take_word("token") ||
                                 at.take_word("apikey") || at.take_word("oauth"));
  if (basic || bearer) {
    at.skip_blanks();
    if (basic) return check_basic(input, at.position());
    const ByteSpan span = run_at(reach(input), at.position(), "._~+/=-");
    const std::string_view value = bytes_of(input.text, span);
    if (value.size() > 400 || value.size() < 16) return Verdict::reject();
    return with_secret(judge_secret(value, NameKind::token), input, span);
  }
  for (const std::string_view flag : {" -u", "\t-u", "--user", "--proxy-user"}) {
    if (at.take(flag)) return check_curl(input, at.position());
  }
  return Verdict::reject();
}

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
