#pragma once

#include <string>
#include <string_view>

#include "scanner/match/validator.h"
#include "scanner/rules/shape.h"

namespace leaksieve {

/// The text of a shape. The same for the same seed.
inline std::string made(std::string_view shape, std::uint64_t seed = 1) {
  return expand_shape(shape, seed).value();
}

/// What `check` says of `secret` where it stands in `text`; the match is the secret, or
/// begins at `match` if that is given.
inline Verdict verdict_of(Validator check, std::string_view text,
                          std::string_view secret, std::string_view match = {}) {
  const std::uint64_t begin = text.find(secret);
  const ByteSpan span{begin, begin + secret.size()};
  const std::uint64_t start = match.empty() ? begin : text.find(match);
  return check({text, {start, span.end}, span});
}

/// What `check` says of a text that is all secret.
inline Verdict verdict_of(Validator check, std::string_view secret) {
  return verdict_of(check, secret, secret);
}

/// Whether the words for the reader hold `words`.
inline bool says(const Verdict& verdict, std::string_view words) {
  for (const std::string& line : verdict.evidence) {
    if (line.find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace leaksieve
