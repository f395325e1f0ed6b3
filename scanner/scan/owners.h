#pragma once

#include <vector>

#include "scanner/model/diagnostic.h"
#include "scanner/model/finding.h"
#include "scanner/source/git.h"

namespace leaksieve {

/// Fills Finding::owner from what HEAD says; see source/owners/owners.h. Reads nothing
/// if there are no findings.
void add_owners(const git::Repository& repository, std::vector<Finding>& findings,
                Diagnostics& diagnostics);

}  // namespace leaksieve
