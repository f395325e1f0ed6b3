#pragma once

#include <span>
#include <vector>

#include "scanner/model/candidate.h"
#include "scanner/model/rule.h"

namespace leaksieve {

/// Of candidates whose secrets overlap, keeps one: that of the more specific rule, then
/// the one that was decoded less, the longer secret, the earlier one, then the smaller
/// rule id. What is left is ordered by position.
void drop_overlaps(std::span<const Rule> rules, std::vector<Candidate>& candidates);

}  // namespace leaksieve
