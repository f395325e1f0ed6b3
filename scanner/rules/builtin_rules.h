#pragma once

#include <span>
#include <string_view>

#include "scanner/model/rule.h"

namespace leaksieve {

/// The rules of rules/*.toml, sorted by id; made at build time, in read-only memory.
std::span<const Rule> builtin_rules();

/// Their serialised Hyperscan database, for any x86-64 (or the generic processor of the
/// platform that it was built for). See match/prefilter.h.
std::string_view builtin_database();

}  // namespace leaksieve
