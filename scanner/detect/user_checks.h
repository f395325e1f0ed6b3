#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/match/allowlists.h"
#include "scanner/match/regex.h"
#include "scanner/model/candidate.h"
#include "scanner/model/rule.h"

namespace leaksieve {

/// One of `rules` has to be found near, counted between the starts.
struct NearRule {
  std::vector<RuleIndex> rules;
  std::optional<std::uint32_t> lines;    ///< at most so many apart; nothing: anywhere
  std::optional<std::uint32_t> columns;  ///< bytes from the start of the line
};

/// What a user's rule asks for beyond its regex.
struct UserCheck {
  RuleIndex rule{};
  std::string path;            ///< a regex on the path; empty: none
  bool is_path_only = false;   ///< the path alone makes a finding
  std::vector<NearRule> near;  ///< each of them
};

/// The checks of a user's rules and allowlists. Built once, then never changes.
class UserChecks {
 public:
  /// Regexes of paths must be right.
  UserChecks(const std::vector<UserCheck>& checks, Allowlists allowlists);

  /// Drops candidates that lack a rule near them.
  void drop_incomplete(std::string_view text, std::vector<Candidate>& candidates) const;

  /// Prepends a candidate about the whole file for each rule of paths that matches.
  void add_paths(std::string_view path, std::span<const Rule> rules,
                 std::vector<Candidate>& candidates) const;

  /// Notes which allowlists' content holds for each candidate.
  void note_allowlists(std::string_view text, std::vector<Candidate>& candidates) const;

  /// Whether the rule is for this path.
  bool is_for(RuleIndex rule, std::string_view path) const;

  const Allowlists& allowlists() const { return allowlists_; }

 private:
  struct Compiled {
    explicit Compiled(UserCheck from) : check(std::move(from)), path(check.path) {}
    UserCheck check;
    Regex path;
  };
  std::vector<std::unique_ptr<const Compiled>> checks_;
  Allowlists allowlists_;
};

}  // namespace leaksieve
