#pragma once

#include <functional>
#include <string>
#include <vector>

#include "scanner/model/diagnostic.h"
#include "scanner/model/finding.h"
#include "scanner/policy/acceptance.h"

namespace leaksieve {

/// What policy has to know of a scan to compare its findings with entries.
struct AcceptContext {
  std::string today;  ///< ISO 8601
  /// A finding's path from the root of the repository; not set: it is that already.
  std::function<std::string(const std::string&)> from_root;
  /// Whether there is a file at this path from the root. If none of the paths at which
  /// a secret is accepted is there any more, it was moved. Not set: nothing was.
  std::function<bool(const std::string&)> is_there;
};

struct Accepted {
  std::vector<bool> used;  ///< by entry: it holds for a finding, or may: no salt
  Diagnostics diagnostics;
};

/// Lets those findings pass that an entry accepts, where nothing else does: entries of
/// ignore files before those of baselines. Gives every finding its keyed fingerprint if
/// there is a salt, and the day of rotation that an entry records. A finding whose
/// entry has expired, or whose secret is accepted elsewhere, says so.
Accepted accept(const Acceptances& acceptances, const AcceptContext& context,
                std::vector<Finding>& findings);

}  // namespace leaksieve
