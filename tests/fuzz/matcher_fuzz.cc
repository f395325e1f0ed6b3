// The built-in rules on any bytes: Hyperscan + RE2 in windows find what RE2 alone
// finds. The first byte is a seed; an odd one says that the rest is a shape
// (rules/shape.h), so that the corpus has texts with tokens and no token.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "scanner/match/matcher.h"
#include "scanner/rules/builtin_rules.h"
#include "scanner/rules/shape.h"

namespace {

using namespace leaksieve;

struct Rules {
  Matcher matcher;
  Matcher::Scratch scratch;
};

template <class T>
T or_abort(Result<T> result) {
  if (!result) std::abort();
  return std::move(*result);
}

Rules& rules() {
  static Rules rules = [] {
    const auto all = builtin_rules();
    Matcher matcher =
        or_abort(Matcher::create(all, std::vector<bool>(all.size(), true),
                                 or_abort(Prefilter::deserialize(builtin_database()))));
    auto scratch = or_abort(matcher.make_scratch());
    return Rules{std::move(matcher), std::move(scratch)};
  }();
  return rules;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // RE2 looks at every byte with every rule.
  if (size < 1 || size > 2000) return 0;
  std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  if (data[0] % 2 == 1) {
    auto expanded = expand_shape(text, data[0]);
    if (!expanded || expanded->size() > 10'000) return 0;
    text = std::move(*expanded);
  }
  // A copy of its own, so that a byte too far is seen.
  const std::vector<char> copy(text.begin(), text.end());
  const std::string_view view(copy.data(), copy.size());
  std::vector<Candidate> fast;
  std::vector<Candidate> slow;
  if (!rules().matcher.find(view, rules().scratch, fast)) std::abort();
  rules().matcher.find_by_regex_alone(view, slow);
  const bool same = std::equal(fast.begin(), fast.end(), slow.begin(), slow.end(),
                               [](const Candidate& a, const Candidate& b) {
                                 return a.rule == b.rule && a.match == b.match &&
                                        a.secret == b.secret &&
                                        a.severity == b.severity &&
                                        a.confidence == b.confidence;
                               });
  if (!same) std::abort();
  for (const Candidate& candidate : fast) {
    if (candidate.match.end > view.size() || candidate.secret.end > view.size()) {
      std::abort();
    }
  }
  return 0;
}
