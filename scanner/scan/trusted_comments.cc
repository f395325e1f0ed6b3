#include "scanner/scan/trusted_comments.h"

#include <vector>

#include "scanner/scan/findings.h"

namespace leaksieve {

bool TrustedComments::let_pass(const Finding& finding) {
  if (finding.path.empty()) return false;
  const auto [file, is_new] = files_.try_emplace(finding.path);
  if (is_new) {
    const std::optional<std::string> text = read_(finding.path);
    if (!scratch_) {
      auto scratch = detector_.matcher().make_scratch();
      if (!scratch) return false;
      scratch_.emplace(std::move(*scratch));
    }
    std::vector<Candidate> candidates;
    if (text &&
        look_at(detector_, comments_, *text, finding.path, *scratch_, candidates)) {
      for (const Candidate& candidate : candidates) {
        if (!candidate.suppression) continue;
        file->second.emplace(&detector_.rule(candidate.rule),
                             SecretText(std::string(bytes_of(*text, candidate.secret))),
                             candidate.identity);
      }
    }
  }
  return file->second.contains({finding.rule, finding.secret, finding.identity});
}

}  // namespace leaksieve
