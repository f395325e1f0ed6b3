#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/config/keys.h"
#include "scanner/model/allowlist.h"
#include "scanner/model/diagnostic.h"
#include "scanner/model/rule.h"
#include "scanner/policy/config.h"
#include "scanner/rules/rule_texts.h"

namespace leaksieve {

/// Another rule that has to match near a match of a rule.
struct RequiredRule {
  std::string id;                               ///< not checked
  std::optional<std::uint32_t> within_lines;    ///< nothing: anywhere in the text
  std::optional<std::uint32_t> within_columns;  ///< bytes; nothing: in any column
};

/// A [[rules]] table of a user: a Rule and what model/rule.h has no place for. Regexes
/// are not compiled yet, so `width` and `head_width` are not set. It may be an addition
/// to a rule that is there already, and then has an id alone and what it adds.
struct UserRule {
  Rule rule;         ///< borrows from ConfigFile::texts
  std::string path;  ///< a regex that the path of a text must match; empty: any path
  std::vector<Allowlist> allowlists;
  std::vector<RequiredRule> required;
  bool skip_report = false;
  std::vector<std::string> given;  ///< the keys that the table has, as keys.h has them
  TextPlace place;
};

struct Extend {
  std::optional<bool> use_default;          ///< false: without the built-in rules
  std::string path;                         ///< of a file whose rules come first
  std::vector<std::string> disabled_rules;  ///< ids or aliases, not checked
  TextPlace place;
};

/// A configuration file in plain values. Owns all its text.
struct ConfigFile {
  Config config;
  Extend extend;
  std::vector<UserRule> rules;     ///< in the order of the file; of an id the last one
  std::vector<std::string> notes;  ///< what was passed over: sentences with their place
  std::vector<std::shared_ptr<RuleTexts>> texts;
};

/// Reads one file. `path` is only named in messages. `writer` is whose file it is: a
/// scanned repository's (SetBy::anyone) or that of the user who runs the scan; a key
/// that is not its writer's to set is a mistake. So is an unknown key, a value of the
/// wrong kind, a day that is none, an empty allowlist. The first mistake is the Error:
/// "path:line:column: what is wrong". Schema of rules and allowlists: gitleaks 8.30
/// (its README, "Configuration"), with the keys of rules/README.md.
Result<ConfigFile> parse_config(std::string_view text, std::string_view path,
                                SetBy writer);

}  // namespace leaksieve
