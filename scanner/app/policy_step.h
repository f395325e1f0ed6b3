#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "scanner/app/options.h"
#include "scanner/app/policy_place.h"
#include "scanner/detect/detector.h"
#include "scanner/model/report.h"
#include "scanner/policy/accept.h"
#include "scanner/policy/inline_allow.h"

namespace leaksieve {

/// Where the policy of a scan comes from.
struct PolicySources {
  PolicyPlace place;  ///< whose policy counts
  /// Of a range: what the change has made of it. Nothing: the same.
  std::optional<PolicyPlace> changed;
  /// Of `staged`: the state before the change, for entries that name only a place.
  std::optional<PolicyPlace> before;
  bool is_range = false;
  bool sees_all = false;         ///< an audit: what is not found is gone
  bool paths_as_typed = false;   ///< not from the root of a repository
  std::set<std::string> edited;  ///< files of the gate that a range edits
};

/// Lets findings pass that policy accepts, before they are judged. The files are read
/// only if there is a finding, or if the scan tells what is gone.
///
/// In a range only the base's policy counts: what the change's own policy, or a comment
/// of its own, would let pass stays, and says that this change silences it. An entry
/// that names only a place lets pass nothing that is new there since it was made.
class PolicyStep {
 public:
  PolicyStep(const Options& options, const Detector& detector,
             const InlinePolicy& comments, PolicySources sources)
      : options_(options),
        detector_(detector),
        comments_(comments),
        sources_(std::move(sources)) {}

  /// Gives the salts that are in use. Fails if a file of policy is damaged.
  Result<std::vector<Salt>> apply(std::vector<Finding>& findings, Report& report) const;

 private:
  AcceptContext context() const;
  Result<LoadedPolicy> load(Diagnostics& diagnostics) const;
  void distrust_comments(std::vector<Finding>& findings) const;
  Result<void> mark_silenced(std::vector<Finding>& findings) const;
  void add_notes(Diagnostics& diagnostics) const;

  const Options& options_;
  const Detector& detector_;
  const InlinePolicy& comments_;
  PolicySources sources_;
};

}  // namespace leaksieve
