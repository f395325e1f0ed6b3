#pragma once

#include "scanner/base/result.h"
#include "scanner/config/config_file.h"
#include "scanner/config/table_reader.h"
#include "scanner/rules/rule_texts.h"

namespace leaksieve {

/// Reads one [[rules]] table. The rule borrows from `texts`. A rule has an id; what
/// else it must have depends on the rules that are there, and is not checked.
Result<UserRule> read_user_rule(const TableReader& reader, const toml::table& table,
                                RuleTexts& texts);

}  // namespace leaksieve
