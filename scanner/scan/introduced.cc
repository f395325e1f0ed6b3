#include "scanner/scan/introduced.h"

#include <algorithm>

#include "scanner/text/region.h"

namespace leaksieve {

namespace {

// What makes a candidate the same as one of another text.
std::string identity_of(std::string_view text, const Candidate& candidate) {
  if (!candidate.identity.empty()) return candidate.identity;
  return std::string(secret_of(text, candidate));
}

}  // namespace

void Past::add(std::string_view text, const std::vector<Candidate>& candidates) {
  std::map<Key, Count> counts;
  for (const Candidate& candidate : candidates) {
    Count& count = counts[{candidate.rule, identity_of(text, candidate)}];
    ++count.all;
    if (!candidate.suppression) ++count.open;
    lines_.emplace(line_at(text, candidate.secret.begin));
  }
  for (const auto& [key, count] : counts) {
    Count& most = most_[key];
    most.all = std::max(most.all, count.all);
    most.open = std::max(most.open, count.open);
  }
}

std::vector<Candidate> Past::introduced(std::string_view text,
                                        std::vector<Candidate> candidates) const {
  std::map<Key, std::vector<std::size_t>> places;  // positions in `candidates`
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    places[{candidates[i].rule, identity_of(text, candidates[i])}].push_back(i);
  }
  std::vector<bool> keep(candidates.size());
  for (auto& [key, positions] : places) {
    const auto known = most_.find(key);
    const Count before = known != most_.end() ? known->second : Count{};
    std::stable_partition(positions.begin(), positions.end(), [&](std::size_t i) {
      return !lines_.contains(std::string(line_at(text, candidates[i].secret.begin)));
    });
    const auto first_covered = std::stable_partition(
        positions.begin(), positions.end(),
        [&](std::size_t i) { return !candidates[i].suppression; });
    const auto open = static_cast<std::size_t>(first_covered - positions.begin());
    const std::size_t new_open = open - std::min(open, before.open);
    const std::size_t all = positions.size();
    const std::size_t new_all = all - std::min(all, before.all);
    const std::size_t new_covered =
        std::min(new_all - std::min(new_all, new_open), all - open);
    for (std::size_t i = 0; i < new_open; ++i) keep[positions[i]] = true;
    for (std::size_t i = 0; i < new_covered; ++i) keep[positions[open + i]] = true;
  }
  std::vector<Candidate> kept;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (keep[i]) kept.push_back(std::move(candidates[i]));
  }
  return kept;
}

}  // namespace leaksieve
