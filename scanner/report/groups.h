#pragma once

#include <vector>

#include "scanner/model/finding.h"

namespace leaksieve {

/// The findings of one secret, in the order of the report; never empty. Borrows.
using Group = std::vector<const Finding*>;

/// The findings by secret: those of one rule and the same secret are together, however
/// many places it stands in. What has no secret, or whose secret is an expression of
/// code, is alone. In the order of the first of each.
std::vector<Group> by_secret(const std::vector<Finding>& findings);

/// The same, the most urgent first: by the worst of each group, proven before likely;
/// what HEAD still has, then what was pushed, the graver family, the older one. Of
/// equals the first.
std::vector<Group> by_urgency(const std::vector<Finding>& findings);

}  // namespace leaksieve
