#include "scanner/match/validators/generic_secret.h"

#include <algorithm>
#include <optional>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/match/assignment/judge.h"
#include "scanner/match/assignment/name.h"
#include "scanner/match/assignment/reader.h"

namespace leaksieve {
namespace {

Verdict check(const ValidatorInput& input, bool password) {
  const std::optional<Assignment> found = read_assignment(input.text, input.match);
  if (!found) return Verdict::reject();
  NameKind kind = kind_of_name(found->name);
  // A phrase: IDENTIFIED BY, ConvertTo-SecureString.
  const std::string lower = to_lower(found->name);
  if (lower.starts_with("identified ") || lower.starts_with("convertto-")) {
    kind = NameKind::password;
  }
  if (kind == NameKind::none || (kind == NameKind::password) != password) {
    return Verdict::reject();
  }
  const std::string_view value =
      found->joined.empty() ? bytes_of(input.text, found->value) : found->joined;
  Verdict verdict = judge_assignment(*found, value, kind);
  if (!verdict.accept) return verdict;
  verdict.match = ByteSpan{input.match.begin, found->value.end};
  verdict.secret = found->value;
  if (!found->joined.empty()) {
    // On the first piece.
    const char quote = input.text[found->value.begin - 1];
    verdict.secret->end =
        std::min(found->value.end, input.text.find(quote, found->value.begin));
    verdict.value = found->joined;
  }
  if (found->join == Join::default_) {
    verdict.evidence.emplace_back("the value that is used if none is given");
  }
  return verdict;
}

}  // namespace

Verdict check_generic_password(const ValidatorInput& input) {
  return check(input, true);
}

Verdict check_generic_secret(const ValidatorInput& input) {
  return check(input, false);
}

}  // namespace leaksieve
