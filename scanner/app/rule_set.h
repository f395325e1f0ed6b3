#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/app/options.h"
#include "scanner/base/result.h"
#include "scanner/config/config_file.h"
#include "scanner/detect/user_checks.h"
#include "scanner/match/matcher.h"
#include "scanner/model/diagnostic.h"

namespace leaksieve {

/// Which of `rules` the options select. An id or alias that no rule has is an Error
/// that names the nearest one there is.
Result<std::vector<bool>> select_rules(std::span<const Rule> rules,
                                       const Options& options);

/// The matcher of the built-in rules with the selection of the options.
Result<Matcher> make_matcher(const Options& options);

/// "there is no rule ...", with the nearest id or alias.
Error unknown_rule(std::span<const Rule> rules, std::string_view name);

/// The rules of a scan: the built-in ones and a user's. May be moved; what the matcher
/// and findings borrow stays where it is.
struct RuleSet {
  std::vector<Rule> rules;  ///< the built-in ones first
  std::optional<Matcher> matcher;
  std::optional<UserChecks> checks;  ///< nothing: the user asks for nothing of his own
  Diagnostics notes;                 ///< what the reader should know of the rules
  std::vector<std::shared_ptr<RuleTexts>> texts;
};

/// The built-in rules with those of a configuration file, and the selection of both.
/// A rule with the id of a built-in one takes its place and keeps what it does not give
/// itself; one without a regex and a path adds to all rules that answer to its id.
Result<RuleSet> make_rule_set(const Options& options, const ConfigFile& file);

}  // namespace leaksieve
