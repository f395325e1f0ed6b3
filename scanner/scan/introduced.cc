#include "scanner/scan/introduced.h"

#include <algorithm>

#include "scanner/text/region.h"

namespace leaksieve {

namespace {

// What makes a candidate the same as one of another text.
std::string identity_of(std::string_view text, const Candidate& candidate) {
  if (!candidate.identity.empty()) return candidate.identity;
  if (!candidate.value.empty()) return candidate.value;
  return std::string(bytes_of(text, candidate.secret));
}

}  // namespace

void Past::add(std::string_view text, const std::vector<Candidate>& candidates) {
  std::map<Key, std::size_t> counts;
  for (const Candidate& candidate : candidates) {
    ++counts[{candidate.rule, identity_of(text, candidate)}];
    lines_.emplace(line_at(text, candidate.secret.begin));
  }
  for (const auto& [key, count] : counts) {
    std::size_t& most = most_[key];
    most = std::max(most, count);
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
    const std::size_t before = known != most_.end() ? known->second : 0;
    if (positions.size() <= before) continue;
    std::stable_partition(positions.begin(), positions.end(), [&](std::size_t i) {
      return !lines_.contains(std::string(line_at(text, candidates[i].secret.begin)));
    });
    for (std::size_t i = 0; i < positions.size() - before; ++i)
      keep[positions[i]] = true;
  }
  std::vector<Candidate> kept;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (keep[i]) kept.push_back(std::move(candidates[i]));
  }
  return kept;
}

}  // namespace leaksieve
