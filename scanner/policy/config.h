#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scanner/model/allowlist.h"
#include "scanner/model/level.h"
#include "scanner/model/text_place.h"

namespace leaksieve {

/// What a file says in place of flags. Nothing: it does not say.
struct ScanSettings {
  std::optional<Confidence> min_confidence;
  std::optional<Severity> fail_on;
  std::optional<std::uint64_t> max_file_bytes;
  std::optional<std::string> log_statements;  ///< "off", "tips" or "history"
  std::optional<bool> gitignore;
  std::vector<std::string> exclude;        ///< globs (base/glob.h), checked
  std::vector<std::string> enable_rules;   ///< ids or aliases, not checked
  std::vector<std::string> disable_rules;  ///< ids or aliases, not checked
  // Never from the file of a scanned repository:
  std::optional<bool> report_only;
  std::optional<std::uint32_t> jobs;
};

/// One [[ignore]]: a finding that somebody has looked at and accepts. Either
/// `fingerprint` is given, or `rule` and at least one path.
struct IgnoreEntry {
  std::string fingerprint;  ///< lower-case hexadecimal
  std::string rule;         ///< id or alias, not checked
  /// With a fingerprint the paths where it is accepted, as they are; empty: any. Else
  /// globs (base/glob.h), checked.
  std::vector<std::string> paths;
  std::string salt;     ///< the name of its salt in Config::salts; empty: the unnamed
  std::string reason;   ///< why, for the reader
  std::string owner;    ///< who answers for it
  std::string expires;  ///< the last day on which it counts, ISO 8601; empty: for ever
  std::string rotated;  ///< the day on which the secret was rotated, ISO 8601
  TextPlace place;
};

/// After how many days a secret has to be rotated.
struct RotateAfter {
  std::optional<std::int64_t> days;  ///< of all that are not named
  /// By name of a rule, alias, tag, kind ("token") or severity ("critical"), not
  /// checked. The first of these that is there counts, in this order.
  std::map<std::string, std::int64_t> by_name;
};

/// What one configuration file decides about findings. Plain values, each checked for
/// its form alone. config/config_file.h reads it, and the file's own rules with it.
struct Config {
  std::string path;  ///< as messages name it; empty: there is no file
  ScanSettings scan;
  std::vector<Allowlist> allowlists;  ///< of all rules, or of those that they name
  std::vector<IgnoreEntry> ignores;   ///< in the order of the file
  RotateAfter rotate_after;
  std::string contact;  ///< whom to ask about a finding, for the reports
  /// Secret keys of fingerprints by name, as text. `salt = "..."` is called "".
  std::map<std::string, std::string> salts;
};

}  // namespace leaksieve
