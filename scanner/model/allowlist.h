#pragma once

#include <string>
#include <vector>

#include "scanner/model/text_place.h"

namespace leaksieve {

/// What a user has said is no leak, by content and by place. Plain: the regexes are as
/// they were written. The meaning is gitleaks'.
struct Allowlist {
  enum class Target { secret, match, line };  ///< what `regexes` are tried on
  enum class Condition {
    any,  ///< one of the kinds that are given holds: commit, path, regex, stopword
    all   ///< every kind that is given holds
  };

  std::string description;
  std::vector<std::string> paths;    ///< regexes; one matches somewhere in the path
  std::vector<std::string> regexes;  ///< one matches somewhere in the target
  std::vector<std::string>
      stopwords;                     ///< lower case; the secret holds one, in any case
  std::vector<std::string> commits;  ///< full ids, lower case
  Target target = Target::secret;
  Condition condition = Condition::any;
  /// Ids or aliases of the rules it is about; empty: all.
  std::vector<std::string> rules;
  TextPlace place;
};

}  // namespace leaksieve
