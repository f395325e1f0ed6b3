#pragma once

#include <vector>

#include "scanner/base/result.h"
#include "scanner/config/table_reader.h"
#include "scanner/policy/config.h"

namespace leaksieve {

/// Appends the entries of [[ignore]].
Result<void> read_ignores(const TableReader& reader, const toml::node& node,
                          std::vector<IgnoreEntry>& out);

}  // namespace leaksieve
