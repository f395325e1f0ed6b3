#pragma once

#include <span>
#include <string>
#include <vector>

#include "scanner/app/options.h"
#include "scanner/base/result.h"
#include "scanner/detect/detector.h"
#include "scanner/model/rule.h"

namespace leaksieve {

/// What is wrong with rules from number `first` on, one sentence each: an example that
/// the rule does not find or a counterexample that it finds, a search that has to read
/// every text, keywords that admit a text without standing in the match, a regex that
/// begins without a bound.
Result<std::vector<std::string>> rule_problems(const Detector& detector,
                                               std::size_t first);

/// Runs `rules check`: the built-in rules, or those of the files. Prints the problems
/// and a summary; gives the exit code.
Result<int> run_rules_check(const Options& options);

}  // namespace leaksieve
