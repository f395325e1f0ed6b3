#include "scanner/detect/overlap.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace leaksieve {

void drop_overlaps(std::span<const Rule> rules, std::vector<Candidate>& candidates) {
  const auto rank = [&](const Candidate& candidate) {
    return std::tuple(-rules[to_size(candidate.rule)].specificity, candidate.decodings,
                      -static_cast<std::int64_t>(candidate.secret.size()),
                      candidate.secret.begin, candidate.rule);
  };
  std::sort(candidates.begin(), candidates.end(),
            [&](const Candidate& a, const Candidate& b) { return rank(a) < rank(b); });
  // Kept spans by start; they never overlap, so only the neighbours need a look.
  std::vector<ByteSpan> kept;
  std::vector<Candidate> winners;
  for (Candidate& candidate : candidates) {
    const ByteSpan span = candidate.secret;
    const auto next = std::lower_bound(kept.begin(), kept.end(), span);
    const bool free = (next == kept.end() || !next->overlaps(span)) &&
                      (next == kept.begin() || !std::prev(next)->overlaps(span));
    if (!free) continue;
    kept.insert(next, span);
    winners.push_back(std::move(candidate));
  }
  std::sort(winners.begin(), winners.end(),
            [](const Candidate& a, const Candidate& b) { return a.secret < b.secret; });
  candidates = std::move(winners);
}

}  // namespace leaksieve
