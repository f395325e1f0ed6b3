#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/policy/acceptance.h"

namespace leaksieve {

/// The file that `leaksieve baseline` writes by default, at the root of a repository.
inline constexpr std::string_view kBaselineFile = ".leaksieve-baseline.jsonl";

/// One accepted finding at one path.
struct BaselineEntry {
  std::string path;  ///< from the root; empty: a message
  std::string rule;
  std::string fingerprint;  ///< see keyed_fingerprint(); names its salt

  friend auto operator<=>(const BaselineEntry&, const BaselineEntry&) = default;
};

/// What was there when a gate was adopted. As a file it is JSON Lines, and holds
/// nothing of a secret but fingerprints:
///
///     {"leaksieve":"baseline/1"}
///     {"salt":"1a2b3c4d","key":"64 hexadecimal digits"}
///     {"path":"app.py","rule":"clerk-secret-key","fingerprint":"1a2b3c4d:..."}
///
/// The entries are sorted and stand one a line, so that two branches that each added
/// some, or each made a salt, merge by keeping the lines of both; order and repeats do
/// not matter. A path that is not UTF-8 stands as "path_hex".
struct Baseline {
  std::vector<Salt> salts;
  std::vector<BaselineEntry> entries;
};

/// Reads a baseline. `name` is what messages call it. Fails in one sentence on damage,
/// on conflict markers and on a file of a newer version.
Result<Baseline> read_baseline(std::string_view text, const std::string& name);

/// The file: sorted, without repeats.
std::string write_baseline(Baseline baseline);

/// A salt with a random key, and a name that the key gives.
Salt make_salt();

/// The same as a policy's acceptances; entry i comes from entry i.
Acceptances acceptances_of(const Baseline& baseline, const std::string& name);

}  // namespace leaksieve
