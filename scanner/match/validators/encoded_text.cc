#include "scanner/match/validators/encoded_text.h"

#include <algorithm>
#include <string>
#include <utility>

#include "scanner/base/text_encoding.h"
#include "scanner/match/validators/token.h"

namespace leaksieve {
namespace {

// How many digits begin `text`.
std::size_t digits_at_start(std::string_view text) {
  return std::min(text.find_first_not_of("0123456789"), text.size());
}

// Digits, ":" and at least `rest` bytes.
bool is_numbered(std::string_view text, std::size_t rest) {
  constexpr std::size_t kFewestDigits = 10;
  const std::size_t digits = digits_at_start(text);
  return digits >= kFewestDigits && digits < text.size() && text[digits] == ':' &&
         text.size() - digits - 1 >= rest;
}

Verdict proven(Verdict verdict, std::string_view evidence) {
  verdict.confidence = Confidence::proven;
  verdict.evidence = {std::string(evidence)};
  return verdict;
}

}  // namespace

Verdict check_atlassian_data_center(const ValidatorInput& input) {
  constexpr std::string_view kBitbucket = "BBDC-";
  constexpr std::size_t kFewestBytes = 20;
  const std::string_view secret = bytes_of(input.text, input.secret);
  const bool has_prefix = secret.starts_with(kBitbucket);
  const std::string_view body = secret.substr(has_prefix ? kBitbucket.size() : 0);
  const auto text = from_base64(body);
  const bool decodes = text && is_numbered(*text, kFewestBytes);
  if (!decodes && !has_prefix) return Verdict::reject();
  Verdict verdict = check_random_body(input, body);
  if (!verdict.accept) return verdict;
  if (decodes) return proven(std::move(verdict), "decodes to an id and random bytes");
  verdict.confidence = Confidence::medium;
  verdict.evidence = {"does not decode to an id and random bytes"};
  return verdict;
}

Verdict check_jfrog_api_key(const ValidatorInput& input) {
  constexpr std::size_t kPrefix = 4;
  const std::string_view secret = bytes_of(input.text, input.secret);
  Verdict verdict =
      check_random_body(input, secret.substr(std::min(kPrefix, secret.size())));
  if (verdict.accept && !from_base58(secret)) {
    verdict.confidence = Confidence::medium;
    verdict.evidence = {"holds characters that no such key has"};
  }
  return verdict;
}

Verdict check_jfrog_reference(const ValidatorInput& input) {
  constexpr std::string_view kStart = "reftkn:01:";
  constexpr std::size_t kFewestBytes = 16;
  const std::string_view secret = bytes_of(input.text, input.secret);
  const auto text = from_base64(secret);
  if (!text || !text->starts_with(kStart)) return Verdict::reject();
  const std::string_view rest = std::string_view(*text).substr(kStart.size());
  if (!is_numbered(rest, kFewestBytes)) return Verdict::reject();
  Verdict verdict = check_random_body(input, rest.substr(digits_at_start(rest) + 1));
  if (!verdict.accept) return verdict;
  return proven(std::move(verdict), "decodes to a reference token");
}

}  // namespace leaksieve
