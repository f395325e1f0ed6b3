#pragma once

#include <cstdint>
#include <vector>

#include "scanner/model/finding.h"
#include "scanner/model/level.h"
#include "scanner/model/suppression.h"

namespace leaksieve {

/// What decides about findings after they were found.
struct Policy {
  Confidence min_confidence = Confidence::medium;  ///< below it a finding is hidden
  Severity fail_on = Severity::medium;  ///< from it on a shown finding fails the run
  bool report_only = false;             ///< no finding fails the run
  bool show_suppressed = false;         ///< keep what is suppressed, for the reports
};

struct Judgement {
  std::vector<Finding> shown;       ///< in the order given
  std::vector<Finding> suppressed;  ///< in the order given, if the policy keeps them
  SuppressionCounts suppressed_counts{};
  std::uint64_t hidden_by_confidence = 0;
  std::uint64_t failing = 0;  ///< of the shown ones
};

/// Sorts findings into shown, suppressed (those that say so themselves) and hidden, and
/// counts those that fail the run. What is hidden anyway is not counted as suppressed.
Judgement judge(const Policy& policy, std::vector<Finding> findings);

}  // namespace leaksieve
