#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "scanner/model/candidate.h"

namespace leaksieve {

/// What the past of a text held. Owns what it remembers, which is secrets and lines:
/// keep it no longer than the judgement takes, and print nothing of it.
class Past {
 public:
  /// Adds one text that the new text replaces or was moved from, with its candidates.
  void add(std::string_view text, const std::vector<Candidate>& candidates);

  /// Of the candidates in `text`, those that are introduced: a (rule, secret), or
  /// (rule, identity) of a candidate that has one, counts as
  /// new as many times as it stands in `text` more often than in any one text of the
  /// past. Those that a comment lets pass are counted apart, so that to remove the
  /// comment introduces what it hid, and to add one introduces nothing. Of several
  /// occurrences, those on lines that are new are named first. Keeps the order of
  /// `candidates`.
  std::vector<Candidate> introduced(std::string_view text,
                                    std::vector<Candidate> candidates) const;

 private:
  using Key = std::pair<RuleIndex, std::string>;
  struct Count {
    std::size_t all = 0;
    std::size_t open = 0;  // those that no comment lets pass
  };
  std::map<Key, Count> most_;              // in any one text
  std::unordered_set<std::string> lines_;  // on which a candidate stood
};

}  // namespace leaksieve
