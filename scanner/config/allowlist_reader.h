#pragma once

#include <vector>

#include "scanner/base/result.h"
#include "scanner/config/table_reader.h"
#include "scanner/model/allowlist.h"

namespace leaksieve {

/// Whether an allowlist may name the rules that it is about.
enum class TargetRules { allowed, none };

/// Appends the allowlists of `node`: [[allowlists]] or the older [allowlist]. One that
/// allows nothing is a mistake.
Result<void> read_allowlists(const TableReader& reader, const toml::node& node,
                             std::string_view key, TargetRules target_rules,
                             std::vector<Allowlist>& out);

}  // namespace leaksieve
