#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/config/config_file.h"
#include "scanner/model/rule.h"
#include "scanner/rules/rule_texts.h"

namespace leaksieve {

/// How a rule of a user is looked for.
enum class Search : std::uint8_t {
  hyperscan,  ///< by its regex, or by the head that it has
  keywords,   ///< where the text holds a keyword, RE2 reads it whole
  whole,      ///< RE2 reads every text whole
  path        ///< it has no regex
};

/// Makes a rule of a configuration file ready: its regex as RE2 takes it, its widths,
/// and a head made of its keywords where they are needed. What it borrows anew is in
/// `texts`. An Error has the place, the id and the reason.
Result<Search> prepare_rule(const UserRule& from, RuleTexts& texts, Rule& rule);

/// Turns to the next way of looking where Hyperscan refuses the rule.
Search without_hyperscan(RuleTexts& texts, Rule& rule);

}  // namespace leaksieve
