#pragma once

#include <cstddef>
#include <vector>

#include "scanner/model/finding.h"

namespace leaksieve {

/// The `most` worst findings, by severity, then by confidence; of equals the first.
/// They keep the order of `findings`, from which they borrow.
std::vector<const Finding*> worst_findings(const std::vector<Finding>& findings,
                                           std::size_t most);

}  // namespace leaksieve
