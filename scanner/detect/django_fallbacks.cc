#include "scanner/detect/django_fallbacks.h"

#include <utility>

#include "scanner/match/validators/django_secret.h"

namespace leaksieve {

void add_django_fallbacks(std::string_view text, RuleIndex rule,
                          std::span<const Rule> rules,
                          std::vector<Candidate>& candidates) {
  std::vector<Candidate> others;
  for (const Candidate& first : candidates) {
    if (first.rule != rule) continue;
    // After the quote that ends the first key.
    for (const ByteSpan key : django_fallback_keys(text, first.secret.end + 1)) {
      Verdict verdict = check_django_secret({text, key, key});
      others.push_back({rule,
                        key,
                        key,
                        verdict.severity.value_or(rules[to_size(rule)].severity),
                        verdict.confidence.value_or(rules[to_size(rule)].confidence),
                        std::move(verdict.evidence),
                        {}});
    }
  }
  for (Candidate& other : others) candidates.push_back(std::move(other));
}

}  // namespace leaksieve
