#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "scanner/model/diagnostic.h"
#include "scanner/model/finding.h"
#include "scanner/model/suppression.h"

namespace leaksieve {

/// What a scan looked at.
struct ScanSummary {
  std::string mode;         ///< "staged", "range", "audit", "dir", "stdin"
  std::string target;       ///< the repository, range or paths, as given
  bool complete = true;     ///< nothing that the mode promises to read was left out
  std::uint64_t rules = 0;  ///< rules in use
  std::uint64_t blobs = 0;  ///< distinct blobs or files looked at
  std::uint64_t bytes = 0;  ///< their expanded size
  std::uint64_t commits = 0;
  std::map<std::string, std::uint64_t>
      skipped;               ///< left out on purpose: what, how many
  std::int64_t started = 0;  ///< seconds since 1970, UTC
  double seconds = 0;
};

/// Everything a reporter may read. Plain values; the rules live in the scan's RuleSet.
struct Report {
  std::string version;  ///< of leaksieve
  ScanSummary scan;
  std::vector<Finding> findings;  ///< shown; sorted by path, position, rule, commit
  /// What policy hides, in the same order, if the user asked to see it.
  std::vector<Finding> suppressed;
  SuppressionCounts suppressed_counts{};
  /// Of what the baseline accepts, entries that nothing was found for; only of a scan
  /// that looks at everything.
  std::uint64_t baseline_gone = 0;
  std::uint64_t hidden_by_confidence = 0;
  std::uint64_t failing = 0;  ///< shown findings that make the exit code 1
  Diagnostics diagnostics;
};

}  // namespace leaksieve
