#include "scanner/detect/key_owner.h"

#include <algorithm>

#include "scanner/base/ascii.h"
#include "scanner/text/region.h"

namespace leaksieve {
void decide_key_owner(std::string_view text, RuleIndex clerk, RuleIndex stripe,
                      std::span<const Rule> rules, std::vector<Candidate>& candidates) {
  const auto relabel = [&](Candidate& candidate, RuleIndex owner, const char* why) {
    // A grade that the validator gave (a key of test mode) holds for the new owner too.
    if (candidate.severity == rules[to_size(candidate.rule)].severity)
      candidate.severity = rules[to_size(owner)].severity;
    candidate.rule = owner;
    candidate.evidence.emplace_back(why);
  };
  // Spans that another rule claims too stay with the more specific one.
  const auto alone = [&](const Candidate& candidate) {
    return std::none_of(candidates.begin(), candidates.end(),
                        [&](const Candidate& other) {
                          return other.rule != candidate.rule &&
                                 other.secret.overlaps(candidate.secret);
                        });
  };
  for (Candidate& candidate : candidates) {
    if (candidate.rule != clerk && candidate.rule != stripe) continue;
    const std::string_view line = line_at(text, candidate.secret.begin);
    const bool says_clerk = contains_ignoring_case(line, "clerk");
    const bool says_stripe = contains_ignoring_case(line, "stripe");
    if (candidate.rule == clerk && says_stripe && !says_clerk) {
      relabel(candidate, stripe, "the line names Stripe");
    } else if (candidate.rule == stripe && !says_stripe && alone(candidate) &&
               candidate.secret.size() >= 8 + 28 && candidate.secret.size() <= 8 + 64 &&
               (says_clerk || (contains_ignoring_case(text, "clerk") &&
                               !contains_ignoring_case(text, "stripe")))) {
      relabel(candidate, clerk, "the text uses Clerk and not Stripe");
    }
  }
}

}  // namespace leaksieve
