#pragma once

#include <optional>
#include <span>
#include <string>

#include "scanner/app/options.h"
#include "scanner/base/result.h"
#include "scanner/model/finding.h"
#include "scanner/policy/baseline.h"

namespace leaksieve {

/// How a baseline and what is there now differ.
struct BaselineChange {
  Baseline now;                      ///< what to write
  std::vector<BaselineEntry> added;  ///< found and not accepted before
  std::vector<BaselineEntry> gone;   ///< accepted and not found any more
};

/// Compares `before` with the findings. `salt` names what is added; what is accepted
/// already keeps its fingerprint, and stays if its salt is not known. What is gone
/// leaves; what is new comes in if `adds`, which wants a salt.
BaselineChange compare(const Baseline& before, const std::optional<Salt>& salt,
                       std::span<const Finding> findings, bool adds);

/// Runs `baseline create|update|prune|show`: looks at the whole repository, as an audit
/// does, and writes the file. Says on standard output what it did. Gives the exit code.
Result<int> run_baseline(const Options& options);

}  // namespace leaksieve
