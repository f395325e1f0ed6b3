#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/model/byte_span.h"
#include "scanner/model/level.h"

namespace leaksieve {

/// How far a validator of a rule without a head may look: so many bytes before the
/// match, and so many after its first byte. One of a rule with a head may look further;
/// the head makes that a text is looked at whole.
inline constexpr std::uint64_t kReachBefore = 112;
inline constexpr std::uint64_t kReachAfter = 512;

/// What a validator gets to see. Borrows from the caller. Whether it accepts depends on
/// the bytes in its reach only, so that it does not matter where a scan began.
struct ValidatorInput {
  std::string_view text;  ///< the whole text
  ByteSpan match;         ///< of the rule's regex in `text`
  ByteSpan secret;        ///< inside `match`
};

/// What a validator says.
struct Verdict {
  bool accept = true;
  std::optional<Confidence> confidence;  ///< in place of the rule's own
  std::optional<Severity> severity;      ///< in place of the rule's own
  std::optional<ByteSpan> match;   ///< in place of the regex's, where it finds the end
  std::optional<ByteSpan> secret;  ///< inside the match
  /// The secret itself, where the text has it in pieces and `secret` is the first.
  std::string value;
  /// What was checked, in words for the reader: "checksum valid". No secret bytes.
  std::vector<std::string> evidence;

  static Verdict reject() {
    Verdict verdict;
    verdict.accept = false;
    return verdict;
  }
};

/// A check of a match's structure, offline. A plain function without state.
using Validator = Verdict (*)(const ValidatorInput& input);

/// The validator of this name, as rule files give it; null if there is none.
Validator find_validator(std::string_view name);

}  // namespace leaksieve
