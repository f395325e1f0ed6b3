#include "scanner/match/validators/jwk.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "scanner/match/validators/placeholder.h"
#include "scanner/match/validators/well_known.h"

namespace leaksieve {
namespace {

// The object around the match, up to another "kty" at most. The members that matter are
// no objects, so the first brace on either side is its end.
ByteSpan object_around(std::string_view text, ByteSpan match) {
  constexpr std::uint64_t kBefore = 4 * 1024;
  constexpr std::uint64_t kAfter = 8 * 1024;
  const auto stops = [&](std::uint64_t at) {
    return text[at] == '{' || text[at] == '}' || text.substr(at, 4) == "\"kty";
  };
  ByteSpan object = match;
  while (object.begin > 0 && match.begin - object.begin < kBefore &&
         !stops(object.begin - 1)) {
    --object.begin;
  }
  while (object.end < text.size() && object.end - match.end < kAfter &&
         !stops(object.end)) {
    ++object.end;
  }
  return object;
}

bool is_between(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\\';
}

// Where the base64url value of the member `name` stands in `object`; its quotes may be
// escaped.
std::optional<ByteSpan> value_of(std::string_view text, ByteSpan object, char name) {
  for (std::uint64_t i = object.begin; i + 4 < object.end; ++i) {
    if (text[i] != '"' || text[i + 1] != name) continue;
    std::uint64_t at = i + 2;
    if (text[at] == '\\') ++at;
    if (text[at] != '"') continue;
    ++at;
    while (at < object.end && is_between(text[at])) ++at;
    if (at >= object.end || text[at] != ':') continue;
    ++at;
    while (at < object.end && is_between(text[at])) ++at;
    if (at >= object.end || text[at] != '"') continue;
    const std::uint64_t begin = ++at;
    while (at < object.end &&
           (std::isalnum(static_cast<unsigned char>(text[at])) != 0 ||
            text[at] == '-' || text[at] == '_')) {
      ++at;
    }
    if (at < object.end && (text[at] == '"' || text[at] == '\\')) {
      return ByteSpan{begin, at};
    }
  }
  return std::nullopt;
}

}  // namespace

Verdict check_jwk(const ValidatorInput& input) {
  constexpr std::size_t kShortestPrivate = 40;
  constexpr std::size_t kShortestSymmetric = 20;
  const ByteSpan object = object_around(input.text, input.match);
  const bool symmetric =
      bytes_of(input.text, input.match).find("oct") != std::string_view::npos;
  const auto value = value_of(input.text, object, symmetric ? 'k' : 'd');
  if (!value) return Verdict::reject();
  const std::string_view secret = bytes_of(input.text, *value);
  if (secret.size() < (symmetric ? kShortestSymmetric : kShortestPrivate) ||
      is_placeholder(secret) || is_fill(secret) || is_well_known(secret)) {
    return Verdict::reject();
  }
  Verdict verdict;
  verdict.match = ByteSpan{std::min(input.match.begin, value->begin),
                           std::max(input.match.end, value->end)};
  verdict.secret = *value;
  verdict.evidence.emplace_back(symmetric ? "symmetric key" : "holds the private part");
  return verdict;
}

}  // namespace leaksieve
