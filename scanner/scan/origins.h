#pragma once

#include <cstdint>
#include <vector>

#include "scanner/model/finding.h"
#include "scanner/source/source.h"

namespace leaksieve {

/// What the age of a secret is measured by.
struct Calendar {
  std::int64_t now = 0;            ///< seconds since 1970
  std::int64_t rotate_after = 90;  ///< days
};

/// Puts findings of versions of files in the place of findings of secrets: of all
/// versions that hold a secret, those with which it came to a path stay, with the
/// commit that introduced it, the one that removed it, and the refs that have it. What
/// no commit holds (a message, a tagged blob) stays as it is, as does all of a source
/// without a history.
std::vector<Finding> at_origins(const Source& source, const Calendar& calendar,
                                std::vector<Finding> findings);

}  // namespace leaksieve
