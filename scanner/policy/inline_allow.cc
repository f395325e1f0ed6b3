#include "scanner/policy/inline_allow.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "scanner/base/date.h"
#include "scanner/model/rule_name.h"

namespace leaksieve {
namespace {

bool names(const std::string& pattern, const Rule& rule) {
  if (!pattern.ends_with('*')) return answers_to(rule, pattern);
  return rule.id.starts_with(std::string_view(pattern).substr(0, pattern.size() - 1));
}

}  // namespace

void apply_comments(const InlinePolicy& policy, const Rule& rule,
                    std::span<const InlineComment> comments, Candidate& candidate) {
  if (!policy.enabled || candidate.suppression) return;
  const bool whole_file = candidate.secret.size() == 0;
  std::vector<std::string> why_not;
  for (const InlineComment& comment : comments) {
    const std::string source =
        fmt::format("{} on line {}", comment.marker, comment.line);
    if (comment.rules.empty() && whole_file) continue;
    if (!comment.rules.empty() &&
        std::none_of(comment.rules.begin(), comment.rules.end(),
                     [&](const std::string& name) { return names(name, rule); })) {
      if (!whole_file) why_not.push_back(source + " names other rules");
      continue;
    }
    if (!comment.until.empty() && !parse_iso_day(comment.until)) {
      why_not.push_back(source + " has no day such as 2026-11-24 after until=");
    } else if (!comment.until.empty() && comment.until < policy.today) {
      why_not.push_back(fmt::format("{} ended on {}", source, comment.until));
    } else {
      candidate.suppression = {SuppressedBy::inline_comment, source, comment.reason};
      return;
    }
  }
  candidate.evidence.insert(candidate.evidence.end(), why_not.begin(), why_not.end());
}

}  // namespace leaksieve
