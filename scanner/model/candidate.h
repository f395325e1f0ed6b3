#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scanner/model/byte_span.h"
#include "scanner/model/level.h"
#include "scanner/model/rule.h"
#include "scanner/model/suppression.h"

namespace leaksieve {

/// Another place that belongs to a candidate.
struct RelatedSpan {
  std::string role;  ///< "pair", "source", ...: the words of the JSON report
  ByteSpan span;
  std::string path;  ///< empty: in the same text; else the whole file there
};

/// A rule's regex matches here and its checks let it pass. Lives as long as one blob is
/// looked at; the spans are of that blob's text.
struct Candidate {
  RuleIndex rule{};
  ByteSpan match;
  ByteSpan secret;  ///< inside `match`
  Severity severity = Severity::high;
  Confidence confidence = Confidence::high;
  std::vector<std::string> evidence;  ///< what was checked, in words, no secret bytes
  std::vector<RelatedSpan> related;
  /// What makes it the same in another version of the text; empty: the bytes of
  /// `secret`. For a log statement the call and the links of its chain, without their
  /// blanks.
  std::string identity;
  /// The secret itself where the text holds it in another form, encoded or in pieces;
  /// empty: the bytes of `secret`.
  std::string value;
  /// How often it was decoded: 0 if it stands there in clear.
  int decodings = 0;
  /// Allowlists of a user whose content part holds (match/allowlists.h), by number.
  std::vector<std::uint32_t> allowlists;
  /// What in the text itself lets it pass (policy/inline_allow.h).
  std::optional<Suppression> suppression;
};

/// The secret of a candidate in `text`, decoded or joined where that differs. Borrows
/// from both.
inline std::string_view secret_of(std::string_view text, const Candidate& candidate) {
  return candidate.value.empty() ? bytes_of(text, candidate.secret)
                                 : std::string_view(candidate.value);
}

}  // namespace leaksieve
