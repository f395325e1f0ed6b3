#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "scanner/app/output_target.h"
#include "scanner/policy/policy.h"
#include "scanner/report/redact.h"
#include "scanner/source/history/history_source.h"

namespace leaksieve {

enum class Command {
  staged,
  range,
  audit,
  dir,
  stdin_,
  rules_list,
  rules_check,
  explain,
  baseline,
  fingerprint,
  purge_plan,
  config
};

enum class ConfigAction { init, check };

enum class BaselineAction { create, update, prune, show };

/// Where log statements are looked at. `tips` is what a command does by itself: all of
/// what staged, range, dir and stdin read; nothing in an audit.
enum class LogStatements { tips, history };

enum class ColorWhen { auto_, always, never };

/// What was typed, checked but not yet acted upon.
struct Options {
  Command command = Command::audit;

  // Of one command each.
  std::string repository;                         ///< audit
  bool all_objects = false;                       ///< audit
  bool verify_objects = false;                    ///< audit
  Engine engine = Engine::forest;                 ///< audit
  std::uint64_t memory = std::uint64_t{1} << 30;  ///< audit
  std::int64_t rotate_after = 90;                 ///< audit; days
  bool rotate_after_typed = false;  ///< audit; it counts in place of a file's
  std::string since;                ///< audit; a day, ISO 8601; empty: all
  std::string range;                ///< range
  bool range_from_stdin = false;    ///< range
  std::vector<std::string> paths;   ///< dir
  std::string files_from;           ///< dir; "-" is standard input
  bool no_gitignore = false;        ///< dir
  std::string stdin_path;           ///< stdin

  BaselineAction baseline_action = BaselineAction::show;  ///< baseline
  ConfigAction config_action = ConfigAction::check;       ///< config
  bool dry_run = false;                                   ///< config init
  bool accept_findings = false;                           ///< config init
  std::string finding_file;                               ///< fingerprint
  std::uint64_t finding_line = 0;                         ///< fingerprint; 0: the file

  // Of all scans.
  std::vector<OutputTarget> outputs;  ///< never empty
  std::string rotation_plan;          ///< a file; empty: none
  Secrets secrets = Secrets::redacted;
  Policy policy;
  std::vector<std::string> excludes;
  std::vector<std::string> enabled_rules;  ///< ids or aliases; empty: all
  std::vector<std::string> disabled_rules;
  std::uint64_t max_file_bytes = 256ULL << 20;
  std::optional<bool> archives;  ///< whether they are opened; not said: but in an audit
  unsigned jobs = 1;
  ColorWhen color = ColorWhen::auto_;
  LogStatements log_statements = LogStatements::tips;
  std::string rules_format = "text";  ///< rules list
  std::string rule_name;              ///< explain

  std::string config_file;  ///< a configuration of the user's; empty: the repository's
  std::set<std::string> given;  ///< the flags that were typed: "--fail-on"
  std::string range_lines;      ///< range: what --stdin read
  bool inline_allow = true;
  bool repo_config = true;             ///< believe the repository's own policy
  bool trust_head = false;             ///< range: believe the change's own policy
  std::vector<std::string> baselines;  ///< empty: the repository's own
  bool use_baselines = true;           ///< baseline: what is accepted is looked at anew
  bool quiet = false;
  bool summary = false;  ///< counts of each rule instead of findings, as text
  bool debug = false;
};

}  // namespace leaksieve
