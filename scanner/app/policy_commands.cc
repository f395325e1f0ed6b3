#include "scanner/app/policy_commands.h"

#include <CLI/CLI.hpp>
#include <charconv>

namespace leaksieve {
namespace {

// FILE:LINE, unless there is no number: then all of it is the file.
void split_place(Options& options) {
  const std::string place = options.finding_file;
  const std::size_t colon = place.rfind(':');
  if (colon != std::string::npos && colon > 0 && colon + 1 < place.size()) {
    const char* end = place.data() + place.size();
    std::uint64_t line = 0;
    const auto [stop, error] = std::from_chars(place.data() + colon + 1, end, line);
    if (error == std::errc() && stop == end) {
      options.finding_file = place.substr(0, colon);
      options.finding_line = line;
    }
  }
  options.paths = {options.finding_file};
}

void add_baseline(CLI::App& app, Options& options, const AddScanFlags& add_scan_flags) {
  CLI::App* all = app.add_subcommand(
      "baseline", "Accept what is there today, so that only what comes in fails");
  all->require_subcommand(1);
  all->footer(
      "Examples:\n"
      "  leaksieve baseline create      writes .leaksieve-baseline.jsonl; commit it\n"
      "  leaksieve baseline prune       takes out what is not found any more\n"
      "  leaksieve baseline show | less");
  const auto add = [&](const char* name, const char* description,
                       BaselineAction action) {
    CLI::App* sub = all->add_subcommand(name, description);
    sub->add_option("repository", options.repository, "The repository; . by default");
    add_scan_flags(*sub);
    sub->callback([&options, action] {
      options.command = Command::baseline;
      options.baseline_action = action;
      options.use_baselines = false;
    });
  };
  add("create", "Accept all that an audit finds", BaselineAction::create);
  add("update", "The same, and take out what is gone", BaselineAction::update);
  add("prune", "Take out what is gone, and accept nothing new", BaselineAction::prune);
  add("show", "Print what is accepted", BaselineAction::show);
}

void add_config(CLI::App& app, Options& options) {
  CLI::App* all = app.add_subcommand("config", "Make or check the configuration");
  all->require_subcommand(1);
  all->footer(
      "Examples:\n"
      "  leaksieve config init --dry-run           show what would be written\n"
      "  leaksieve config init --accept-findings   and accept what is there today\n"
      "  leaksieve config check");
  const auto add = [&](const char* name, const char* description, ConfigAction action) {
    CLI::App* sub = all->add_subcommand(name, description);
    sub->add_option("repository", options.repository, "The repository; . by default");
    sub->callback([&options, action] {
      options.command = Command::config;
      options.config_action = action;
    });
    return sub;
  };
  CLI::App* init = add("init", "Write .leaksieve.toml, with a salt for fingerprints",
                       ConfigAction::init);
  init->add_flag("--dry-run", options.dry_run, "Only print it");
  init->add_flag("--accept-findings,--baseline", options.accept_findings,
                 "Accept what an audit finds today, in a baseline");
  add("check", "Read all files of policy and say what they accept",
      ConfigAction::check);
}

void add_fingerprint(CLI::App& app, Options& options,
                     const AddScanFlags& add_scan_flags) {
  CLI::App* sub = app.add_subcommand(
      "fingerprint", "Print the entry of .leaksieve.toml that accepts a finding");
  sub->footer(
      "Examples:\n"
      "  leaksieve fingerprint src/app.py:12   what is found on this line\n"
      "  leaksieve fingerprint src/app.py      all that is found in the file");
  sub->add_option("place", options.finding_file, "FILE or FILE:LINE")->required();
  add_scan_flags(*sub);
  sub->callback([&options] {
    options.command = Command::fingerprint;
    split_place(options);
  });
}

}  // namespace

void add_policy_flags(CLI::App& app, Options& options) {
  app.add_flag_callback(
      "--no-inline-allow", [&options] { options.inline_allow = false; },
      "Report what a comment such as leaksieve:allow lets pass");
  app.add_option(
         "-b,--baseline", options.baselines,
         "Let pass what this file accepts: a baseline of leaksieve, gitleaks or "
         "detect-secrets, in place of .leaksieve-baseline.jsonl. May be repeated")
      ->type_name("FILE")
      ->allow_extra_args(false);
  app.add_flag_callback(
      "--no-repo-config", [&options] { options.repo_config = false; },
      "Do not believe the repository's own policy: its configuration, ignore files and "
      "baseline");
  app.add_flag("--show-suppressed", options.policy.show_suppressed,
               "Put what is suppressed into the reports as well, with the reason");
}

void add_trust_flag(CLI::App& app, Options& options) {
  app.add_flag(
      "--trust-head", options.trust_head,
      "Let the policy and the comments of the range itself count, not those of "
      "its base");
}

void add_policy_commands(CLI::App& app, Options& options,
                         const AddScanFlags& add_scan_flags) {
  add_baseline(app, options, add_scan_flags);
  add_fingerprint(app, options, add_scan_flags);
  add_config(app, options);
}

}  // namespace leaksieve
