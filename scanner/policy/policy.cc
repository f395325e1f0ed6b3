#include "scanner/policy/policy.h"

#include <utility>

namespace leaksieve {

Judgement judge(const Policy& policy, std::vector<Finding> findings) {
  Judgement judgement;
  for (Finding& finding : findings) {
    if (finding.confidence < policy.min_confidence) {
      ++judgement.hidden_by_confidence;
      continue;
    }
    if (finding.suppression) {
      ++judgement.suppressed_counts[static_cast<std::size_t>(finding.suppression->by)];
      if (policy.show_suppressed) judgement.suppressed.push_back(std::move(finding));
      continue;
    }
    if (!policy.report_only && finding.severity >= policy.fail_on) ++judgement.failing;
    judgement.shown.push_back(std::move(finding));
  }
  return judgement;
}

}  // namespace leaksieve
