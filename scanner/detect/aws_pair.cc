#include "scanner/detect/aws_pair.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "scanner/match/validator.h"
#include "scanner/text/region.h"

namespace leaksieve {
namespace {

constexpr int kPairLines = 5;
constexpr std::uint64_t kPairBytes = 1000;
constexpr std::uint64_t kSecretSize = 40;

bool is_base64(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '+' || c == '/';
}

// The runs of exactly 40 base64 characters that lie in `around`.
std::vector<ByteSpan> runs_of_secret_size(std::string_view text, ByteSpan around) {
  std::vector<ByteSpan> runs;
  for (std::uint64_t i = around.begin; i < around.end;) {
    if (!is_base64(text[i])) {
      ++i;
      continue;
    }
    const std::uint64_t begin = i;
    while (i < text.size() && is_base64(text[i]) && i - begin <= kSecretSize) ++i;
    const bool cut = begin > 0 && is_base64(text[begin - 1]);
    const bool padded = i < text.size() && text[i] == '=';
    if (i - begin == kSecretSize && !cut && !padded) runs.push_back({begin, i});
    while (i < around.end && is_base64(text[i])) ++i;
  }
  return runs;
}

std::uint64_t distance(ByteSpan a, ByteSpan b) {
  return a.begin < b.begin ? b.begin - a.begin : a.begin - b.begin;
}

}  // namespace

void join_aws_pairs(std::string_view text, RuleIndex id, RuleIndex secret,
                    std::vector<Candidate>& candidates) {
  std::vector<Candidate> ids;
  std::vector<Candidate> secrets;
  std::vector<Candidate> others;
  for (Candidate& candidate : candidates) {
    auto& list = candidate.rule == id       ? ids
                 : candidate.rule == secret ? secrets
                                            : others;
    list.push_back(std::move(candidate));
  }
  const Validator looks_random = find_validator("aws-secret-access-key");
  std::vector<bool> paired(ids.size());
  std::vector<ByteSpan> near_ids;
  for (const Candidate& key : ids) {
    near_ids.push_back(lines_around(text, key.secret, kPairLines, kPairBytes));
    for (const ByteSpan run : runs_of_secret_size(text, near_ids.back())) {
      const bool known =
          std::any_of(secrets.begin(), secrets.end(),
                      [&](const Candidate& s) { return s.secret == run; });
      if (known) continue;
      const Verdict verdict = looks_random({text, run, run});
      if (verdict.accept) {
        secrets.push_back({secret,
                           run,
                           run,
                           Severity::critical,
                           Confidence::high,
                           verdict.evidence,
                           {}});
      }
    }
  }
  for (Candidate& key : secrets) {
    std::optional<std::size_t> nearest;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (near_ids[i].contains(key.secret) &&
          (!nearest || distance(ids[i].secret, key.secret) <
                           distance(ids[*nearest].secret, key.secret))) {
        nearest = i;
      }
    }
    if (!nearest) continue;
    const Candidate& partner = ids[*nearest];
    paired[*nearest] = true;
    key.severity = Severity::critical;
    key.confidence = std::max(Confidence::high, partner.confidence);
    key.evidence.push_back("stands with access key id " +
                           std::string(bytes_of(text, partner.secret)));
    key.evidence.insert(key.evidence.end(), partner.evidence.begin(),
                        partner.evidence.end());
    key.related.push_back({"pair", partner.secret});
  }
  candidates = std::move(others);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (!paired[i]) candidates.push_back(std::move(ids[i]));
  }
  for (Candidate& key : secrets) candidates.push_back(std::move(key));
}

}  // namespace leaksieve
