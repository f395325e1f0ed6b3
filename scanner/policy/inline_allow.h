#pragma once

#include <span>
#include <string>

#include "scanner/model/candidate.h"
#include "scanner/model/inline_comment.h"
#include "scanner/model/rule.h"

namespace leaksieve {

/// Whether comments count, and on which day.
struct InlinePolicy {
  bool enabled = true;
  std::string today;  ///< ISO 8601; a comment counts on its last day
};

/// Lets the candidate pass if one of the comments that cover it counts: it names the
/// rule, or none, and its day has not passed. A finding about a whole file wants its
/// rule to be named, since the comment of some line would else hide it. Why a comment
/// of ours does not count becomes evidence.
void apply_comments(const InlinePolicy& policy, const Rule& rule,
                    std::span<const InlineComment> comments, Candidate& candidate);

}  // namespace leaksieve
