#include "scanner/match/validators/encoded_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

#include "scanner/base/text_encoding.h"
#include "scanner/match/validators/private_key.h"
#include "scanner/match/validators/token.h"
#include "scanner/model/rule.h"

namespace leaksieve {
namespace {

// The innermost object around `inside`, braces not included, as far as it is in reach.
// Service account keys hold no braces in their strings.
ByteSpan object_around(std::string_view text, ByteSpan inside) {
  ByteSpan object = inside;
  const std::uint64_t first =
      inside.begin - std::min<std::uint64_t>(inside.begin, kMaxMatchWidth);
  const std::uint64_t last =
      std::min<std::uint64_t>(text.size(), inside.end + kMaxMatchWidth);
  const auto is_brace = [&](std::uint64_t at) {
    return text[at] == '{' || text[at] == '}';
  };
  while (object.begin > first && !is_brace(object.begin - 1)) --object.begin;
  while (object.end < last && !is_brace(object.end)) ++object.end;
  return object;
}

// The head line of a PEM block in the value of "private_key".
std::optional<ByteSpan> private_key_head(std::string_view text, ByteSpan object) {
  constexpr std::string_view kName = "private_key";
  constexpr std::string_view kBegin = "-----BEGIN ";
  constexpr std::uint64_t kLongestGap = 24;
  constexpr std::uint64_t kLongestHead = 48;
  const std::string_view within = text.substr(0, object.end);
  for (std::uint64_t at = within.find(kName, object.begin);
       at != std::string_view::npos; at = within.find(kName, at + kName.size())) {
    const std::uint64_t value = at + kName.size();
    const std::uint64_t begin = within.find(kBegin, value);
    if (begin == std::string_view::npos) return std::nullopt;
    if (begin - value > kLongestGap) continue;  // "private_key_id"
    const std::uint64_t dashes = within.find("-----", begin + kBegin.size());
    if (dashes == std::string_view::npos || dashes - begin > kLongestHead) continue;
    return ByteSpan{begin, dashes + 5};
  }
  return std::nullopt;
}

// The account's mail address; empty if there is none of the usual letters.
std::string_view client_email(std::string_view text, ByteSpan object) {
  constexpr std::string_view kName = "client_email";
  constexpr std::string_view kBetween = "\": \\\t";
  constexpr std::uint64_t kLongest = 128;
  const std::string_view within = text.substr(0, object.end);
  const std::uint64_t at = within.find(kName, object.begin);
  if (at == std::string_view::npos) return {};
  const std::uint64_t begin = within.find_first_not_of(kBetween, at + kName.size());
  if (begin == std::string_view::npos) return {};
  std::uint64_t end = begin;
  while (end < object.end && end - begin < kLongest &&
         (std::isalnum(static_cast<unsigned char>(text[end])) != 0 ||
          std::string_view("@.-_").find(text[end]) != std::string_view::npos)) {
    ++end;
  }
  const std::string_view email = text.substr(begin, end - begin);
  return email.find('@') == std::string_view::npos ? std::string_view() : email;
}

// Judges base64 of an object: proven if it has all of `keys`, else medium.
Verdict check_object(const ValidatorInput& input, std::string_view encoded,
                     std::initializer_list<std::string_view> keys,
                     std::string_view what) {
  Verdict verdict = check_random_body(
      input, encoded.substr(std::min<std::size_t>(8, encoded.size())));
  if (!verdict.accept) return verdict;
  verdict.evidence.clear();
  const auto object = from_base64(encoded);
  const bool has_all =
      object && std::all_of(keys.begin(), keys.end(), [&](std::string_view key) {
        return object->find(fmt::format("\"{}\":", key)) != std::string::npos;
      });
  verdict.confidence = has_all ? Confidence::proven : Confidence::medium;
  verdict.evidence.push_back(
      fmt::format("{} {}", has_all ? "decodes to" : "does not decode to", what));
  return verdict;
}

}  // namespace

Verdict check_gcp_service_account(const ValidatorInput& input) {
  const ByteSpan object = object_around(input.text, input.match);
  const std::optional<ByteSpan> head = private_key_head(input.text, object);
  if (!head) return Verdict::reject();
  Verdict verdict = check_private_key({input.text, *head, *head});
  if (!verdict.accept) return verdict;
  const ByteSpan key = verdict.secret.value_or(*head);
  verdict.match = ByteSpan{std::min(input.match.begin, key.begin),
                           std::max(input.match.end, key.end)};
  const std::string_view email = client_email(input.text, object);
  if (!email.empty()) verdict.evidence.push_back(fmt::format("key of {}", email));
  return verdict;
}

Verdict check_cloudflare_tunnel(const ValidatorInput& input) {
  return check_object(input, bytes_of(input.text, input.secret), {"a", "t", "s"},
                      "a tunnel and its secret");
}

Verdict check_onepassword_service_account(const ValidatorInput& input) {
  constexpr std::size_t kPrefix = 4;
  const std::string_view secret = bytes_of(input.text, input.secret);
  return check_object(input, secret.substr(std::min(kPrefix, secret.size())),
                      {"secretKey", "muk"}, "an account and its keys");
}

}  // namespace leaksieve
