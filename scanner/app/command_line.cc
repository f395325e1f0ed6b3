#include "scanner/app/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>
#include <thread>

#include "scanner/app/command_table.h"
#include "scanner/app/completion.h"
#include "scanner/app/man_page.h"
#include "scanner/app/output_target.h"
#include "scanner/app/policy_commands.h"
#include "scanner/app/rules_flags.h"
#include "scanner/base/date.h"
#include "scanner/base/size_text.h"

namespace leaksieve {
namespace {

// The texts that the flags were given, before they mean anything.
struct Typed {
  std::vector<std::string> outputs;
  std::string min_confidence = "medium";
  std::string fail_on = "medium";
  std::string max_file_size = "256M";
  std::string color = "auto";
  std::string engine = "forest";
  std::string memory = "1G";
  std::string log_statements = "tips";
  bool show_secrets = false;
};

template <class Names>
std::string list_of(const Names& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

void add_config_flags(CLI::App& app, Options& options) {
  app.add_option(
         "--config", options.config_file,
         "Settings, rules and allowlists, in place of the repository's "
         ".leaksieve.toml, .betterleaks.toml or .gitleaks.toml, the first there "
         "is; so does $LEAKSIEVE_CONFIG")
      ->type_name("FILE")
      ->allow_extra_args(false);
}

void add_scan_flags(CLI::App& app, Options& options, Typed& typed) {
  add_config_flags(app, options);
  add_policy_flags(app, options);
  app.add_option(
         "-o,--output", typed.outputs,
         fmt::format("Write a report: {}; to standard output without =FILE. May be "
                     "repeated",
                     format_names()))
      ->type_name("FORMAT[=FILE]")
      ->allow_extra_args(false);
  app.add_option("--rotation-plan", options.rotation_plan,
                 "Write a checklist for rotating what was found, as Markdown")
      ->type_name("FILE");
  app.add_flag("--show-secrets", typed.show_secrets,
               "Print secrets whole, not redacted");
  app.add_option("--min-confidence", typed.min_confidence,
                 fmt::format("Hide findings below: {}", list_of(kConfidenceNames)))
      ->type_name("LEVEL")
      ->capture_default_str();
  app.add_option("--fail-on", typed.fail_on,
                 fmt::format("Exit 1 for findings from this severity on: {}",
                             list_of(kSeverityNames)))
      ->type_name("LEVEL")
      ->capture_default_str();
  app.add_flag("--report-only", options.policy.report_only,
               "Report findings, but never exit 1 for them");
  app.add_option("--exclude", options.excludes,
                 "Leave out paths, as a .gitignore pattern would. May be repeated")
      ->type_name("GLOB")
      ->allow_extra_args(false);
  app.add_option("--enable-rule", options.enabled_rules,
                 "Use only this rule. May be repeated")
      ->type_name("ID")
      ->allow_extra_args(false);
  app.add_option("--disable-rule", options.disabled_rules,
                 "Do not use this rule. May be repeated")
      ->type_name("ID")
      ->allow_extra_args(false);
  app.add_option(
         "--max-file-size", typed.max_file_size,
         "Name files over this size instead of reading them: bytes, or with K, M, G")
      ->type_name("SIZE")
      ->capture_default_str();
  app.add_flag_callback(
      "--archives", [&options] { options.archives = true; },
      "Open archives and compressed files; the default but in an audit. A finding "
      "inside "
      "has the path ARCHIVE!MEMBER");
  app.add_flag_callback(
      "--no-archives", [&options] { options.archives = false; },
      "Count archives instead of opening them");
  app.add_option("-j,--jobs", options.jobs, "Threads; as many as processors by default")
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U));
  app.add_option(
         "--log-statements", typed.log_statements,
         "Secrets that code writes into logs and error messages: off; tips, which in "
         "an audit looks at what HEAD and the refs but tags have now; history, at "
         "every "
         "version")
      ->type_name("WHERE")
      ->capture_default_str();
  app.add_option("--color", typed.color,
                 "Colours in the text report: auto, always, never")
      ->type_name("WHEN")
      ->capture_default_str();
  app.add_flag("-q,--quiet", options.quiet,
               "Print findings only: no summary, no progress");
  app.add_flag("--summary", options.summary,
               "Print how many findings of each rule there are, not the findings");
  app.add_flag("--debug", options.debug, "Say on standard error what is done");
}

Result<std::uint64_t> size_of(std::string_view flag, const std::string& text) {
  const std::optional<std::uint64_t> size = parse_size(text);
  if (size) return *size;
  return Error{fmt::format(
      "{}: \"{}\" is no size; give bytes, or a number with K, M or G", flag, text)};
}

Result<void> understand_audit(const Typed& typed, Options& options) {
  SCANNER_TRY(options.memory, size_of("--memory", typed.memory));
  if (typed.engine != "forest" && typed.engine != "libgit2") {
    return Error{
        fmt::format("--engine: \"{}\" is none of: forest, libgit2", typed.engine)};
  }
  options.engine = typed.engine == "libgit2" ? Engine::libgit2 : Engine::forest;
  if (!options.since.empty() && !parse_iso_day(options.since)) {
    return Error{fmt::format("--since: \"{}\" is no day; write it as 2026-11-24",
                             options.since)};
  }
  return {};
}

Result<void> understand(const Typed& typed, Options& options) {
  SCANNER_TRY(options.outputs, output_targets(typed.outputs, options.rotation_plan));
  SCANNER_TRY(options.max_file_bytes, size_of("--max-file-size", typed.max_file_size));
  SCANNER_CHECK(understand_audit(typed, options));
  const auto confidence = confidence_named(typed.min_confidence);
  if (!confidence) {
    return Error{fmt::format("--min-confidence: \"{}\" is none of: {}",
                             typed.min_confidence, list_of(kConfidenceNames))};
  }
  options.policy.min_confidence = *confidence;
  const auto severity = severity_named(typed.fail_on);
  if (!severity) {
    return Error{fmt::format("--fail-on: \"{}\" is none of: {}", typed.fail_on,
                             list_of(kSeverityNames))};
  }
  options.policy.fail_on = *severity;
  if (typed.color == "auto") {
    options.color = ColorWhen::auto_;
  } else if (typed.color == "always") {
    options.color = ColorWhen::always;
  } else if (typed.color == "never") {
    options.color = ColorWhen::never;
  } else {
    return Error{
        fmt::format("--color: \"{}\" is none of: auto, always, never", typed.color)};
  }
  if (typed.log_statements == "off") {
    options.disabled_rules.insert(options.disabled_rules.end(),
                                  {"secret-in-log", "secret-in-error"});
  } else if (typed.log_statements == "tips") {
    options.log_statements = LogStatements::tips;
  } else if (typed.log_statements == "history") {
    options.log_statements = LogStatements::history;
  } else {
    return Error{fmt::format("--log-statements: \"{}\" is none of: off, tips, history",
                             typed.log_statements)};
  }
  options.secrets = typed.show_secrets ? Secrets::shown : Secrets::redacted;
  return {};
}

// The commands, each with its own flags and examples.
class CommandLine {
 public:
  CommandLine() {
    options_.jobs = std::max(1U, std::thread::hardware_concurrency());
    app_.description("leaksieve finds credentials in git.");
    app_.require_subcommand(1);
    app_.footer(
        "Exit codes: 0 nothing that fails, 1 findings, 2 could not do it, 3 nothing "
        "that\n"
        "fails, but something could not be read, 130 interrupted.\n\n"
        "leaksieve COMMAND --help has the flags of a command and examples.");
    app_.add_flag("--version", version_,
                  "Print the versions of leaksieve and its libraries");
    add_staged();
    add_range();
    add_audit();
    add_dir();
    add_stdin();
    add_rule_commands(app_, options_);
    add_purge_plan();
    add_policy_commands(app_, options_, [this](CLI::App& sub) {
      add_scan_flags(sub, options_, typed_);
    });
    add_completion();
  }

  Result<Request> parse(int argc, const char* const* argv, const std::string& version) {
    try {
      // --version needs no command, so it is looked for before CLI11 asks for one.
      if (argc == 2 && std::string_view(argv[1]) == "--version")
        return Request(version);
      if (argc > 1 && argv[1][0] != '-' && !has_command(argv[1])) {
        return Error{
            fmt::format("there is no command \"{}\"\nTry: leaksieve --help", argv[1])};
      }
      app_.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
      return Request(app_.help());
    } catch (const CLI::CallForAllHelp&) {
      return Request(app_.help("", CLI::AppFormatMode::All));
    } catch (const CLI::ParseError& error) {
      return Error{fmt::format("{}\nTry: leaksieve --help", error.what())};
    }
    if (manual_->parsed()) return Request(man_page(table_of(app_), LEAKSIEVE_VERSION));
    if (completion_->parsed()) {
      auto script = completion_for(shell_, table_of(app_));
      if (script) return Request(std::move(*script));
      return Error{
          fmt::format("completion: \"{}\" is none of: bash, zsh, fish", shell_)};
    }
    note_given(app_);
    SCANNER_CHECK(understand(typed_, options_));
    return Request(std::move(options_));
  }

 private:
  // Settings of a file count where no flag was typed.
  void note_given(const CLI::App& app) {
    for (const CLI::App* sub : app.get_subcommands()) {
      for (const CLI::Option* option : sub->get_options()) {
        if (option->count() > 0) options_.given.insert(option->get_name());
      }
      note_given(*sub);
    }
  }

  bool has_command(std::string_view name) {
    const auto commands = app_.get_subcommands([](const CLI::App*) { return true; });
    return std::any_of(commands.begin(), commands.end(), [&](const CLI::App* command) {
      return command->get_name() == name;
    });
  }

  CLI::App* add_command(const char* name, const char* description, const char* examples,
                        Command command) {
    CLI::App* sub = app_.add_subcommand(name, description);
    sub->footer(std::string("Examples:\n") + examples);
    add_scan_flags(*sub, options_, typed_);
    sub->callback([this, command] { options_.command = command; });
    return sub;
  }

  void add_staged() {
    add_command("staged", "Scan what the index introduces against HEAD",
                "  leaksieve staged                 in a pre-commit hook\n"
                "  leaksieve staged --fail-on high  let lesser findings pass",
                Command::staged);
  }

  void add_range() {
    CLI::App* sub = add_command(
        "range", "Scan what each commit of a range introduces",
        "  leaksieve range origin/main..HEAD            the commits of a branch\n"
        "  leaksieve range v1.0...HEAD                  both sides of a fork\n"
        "  leaksieve range 'HEAD^!'                     the last commit\n"
        "  leaksieve range --stdin                      in a pre-push or pre-receive "
        "hook\n"
        "  leaksieve range A..B -o sarif=leaks.sarif    for code scanning",
        Command::range);
    CLI::Option* range = sub->add_option(
        "range", options_.range,
        "A..B, A...B, or one revision; an all-zero A means what no other "
        "ref has");
    sub->add_flag("--stdin", options_.range_from_stdin,
                  "Read the lines of a pre-push or pre-receive hook")
        ->excludes(range);
    sub->add_flag(
        "--trust-head", options_.trust_head,
        "Let the policy and the comments of the range itself count, not those "
        "of its base");
    sub->callback([this] {
      options_.command = Command::range;
      if (options_.range.empty() && !options_.range_from_stdin) {
        throw CLI::ValidationError("range", "give a range such as origin/main..HEAD");
      }
    });
  }

  void add_audit() {
    CLI::App* sub = add_command(
        "audit", "Scan every object that any ref or HEAD reaches",
        "  leaksieve audit                           the repository around this "
        "folder\n"
        "  leaksieve audit ../api -o json=api.json   another one\n"
        "  leaksieve audit --all-objects             what no ref reaches as well\n"
        "  leaksieve audit --archives                inside of archives as well\n"
        "  leaksieve audit --verify-objects          of a repository that may be "
        "damaged\n"
        "  leaksieve audit --since 2026-01-01        what came in this year",
        Command::audit);
    sub->add_option("repository", options_.repository, "The repository; . by default");
    sub->add_flag("--all-objects", options_.all_objects,
                  "Objects that no ref reaches as well");
    sub->add_flag("--verify-objects", options_.verify_objects,
                  "Compute the id of every object again, and name those that are not "
                  "what their id says");
    sub->add_option("--since", options_.since,
                    "Leave out secrets that files or commit messages have had since "
                    "before this day; "
                    "the whole history is read all the same")
        ->type_name("DAY");
    sub->add_option("--rotate-after", options_.rotate_after,
                    "The age in days at which a secret has to be rotated")
        ->type_name("DAYS")
        ->check(CLI::Range(std::int64_t{0}, std::int64_t{100000}))
        ->each([this](const std::string&) { options_.rotate_after_typed = true; })
        ->capture_default_str();
    sub->add_option("--memory", typed_.memory,
                    "Memory for what is read from packs: bytes, or with K, M, G")
        ->type_name("SIZE")
        ->capture_default_str();
    sub->add_option("--engine", typed_.engine,
                    "forest reads packs along their deltas; libgit2 reads object by "
                    "object, slowly")
        ->type_name("NAME")
        ->capture_default_str();
  }

  void add_dir() {
    CLI::App* sub =
        add_command("dir", "Scan files and folders on disk",
                    "  leaksieve dir src config.yml\n"
                    "  leaksieve dir . --no-gitignore     what git ignores as well\n"
                    "  git ls-files | leaksieve dir --files-from -",
                    Command::dir);
    sub->add_option("paths", options_.paths, "Files and folders");
    sub->add_option("--files-from", options_.files_from,
                    "Read paths from a file, one a line; - is standard input")
        ->type_name("FILE");
    sub->add_flag("--no-gitignore", options_.no_gitignore,
                  "Scan what git ignores as well");
    sub->callback([this] {
      options_.command = Command::dir;
      if (options_.paths.empty() && options_.files_from.empty()) {
        throw CLI::ValidationError("dir", "give a path, or --files-from");
      }
    });
  }

  void add_stdin() {
    CLI::App* sub =
        add_command("stdin", "Scan standard input",
                    "  kubectl get cm -o yaml | leaksieve stdin\n"
                    "  leaksieve stdin --path .env < env.txt    as a file of this name",
                    Command::stdin_);
    sub->add_option("--path", options_.stdin_path,
                    "The name to scan and report it under")
        ->type_name("NAME");
  }

  void add_purge_plan() {
    CLI::App* sub = add_command(
        "purge-plan", "Audit, and print how to take what was found out of the history",
        "  leaksieve purge-plan          the repository around this folder\n"
        "  leaksieve purge-plan ../api   another one; no secret is printed",
        Command::purge_plan);
    sub->add_option("repository", options_.repository, "The repository; . by default");
  }

  void add_completion() {
    completion_ = app_.add_subcommand(
        "completion", "Print a script that completes commands, flags and values");
    completion_->add_option("shell", shell_, "bash, zsh or fish")->required();
    completion_->footer(
        "Examples:\n"
        "  leaksieve completion bash > ~/.local/share/bash-completion/completions/"
        "leaksieve\n"
        "  leaksieve completion zsh > ~/.zfunc/_leaksieve\n"
        "  leaksieve completion fish > ~/.config/fish/completions/leaksieve.fish");
    manual_ = app_.add_subcommand("man", "Print the manual page, in roff");
    manual_->footer("Example:\n  leaksieve man | man -l -");
  }

  CLI::App app_{"", "leaksieve"};
  CLI::App* completion_ = nullptr;  // owned by app_
  CLI::App* manual_ = nullptr;      // the same
  std::string shell_;
  Options options_;
  Typed typed_;
  bool version_ = false;  // only so that the help names the flag
};

}  // namespace

Result<Request> parse_command_line(int argc, const char* const* argv,
                                   const std::string& version_text) {
  return CommandLine().parse(argc, argv, version_text);
}

}  // namespace leaksieve
