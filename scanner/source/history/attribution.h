#pragma once

#include <cstdint>
#include <vector>

#include "scanner/source/history/history.h"
#include "scanner/source/origin.h"

namespace leaksieve {

/// For each secret, by number, its origins, oldest commit first.
///
/// A commit *introduces* a secret at a path if it has it there more often than each of its
/// parents has, unless it was moved: then the commit has no file at another path, where
/// each parent has a file with a secret, and one has this secret as often. What was moved
/// has its origin where it came from, and lives there for as long as it lives anywhere it
/// was moved to. A commit *removes* it if it has it less often than each of its parents. A
/// parent that is not there has nothing, so the oldest commits of a shallow clone introduce
/// all that they have.
std::vector<std::vector<Origin>> attribute(const History& history,
                                           const std::vector<Holding>& holdings,
                                           std::uint32_t secrets);

}  // namespace leaksieve
