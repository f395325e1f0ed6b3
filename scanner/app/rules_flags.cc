#include "scanner/app/rules_flags.h"

namespace leaksieve {
namespace {

void add_list(CLI::App& rules, Options& options) {
  CLI::App* list = rules.add_subcommand("list", "List the rules, one a line");
  list->footer(
      "Examples:\n"
      "  leaksieve rules list | grep aws\n"
      "  leaksieve rules list -o json       with names, rotation and all that is "
      "known");
  list->add_option("-o,--output", options.rules_format, "text or json")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "json"}));
  list->callback([&options] { options.command = Command::rules_list; });
}

void add_check(CLI::App& rules, Options& options) {
  CLI::App* check = rules.add_subcommand(
      "check", "Run the examples of rules and look for what makes them slow or blind");
  check->footer(
      "Examples:\n"
      "  leaksieve rules check                   the built-in rules\n"
      "  leaksieve rules check .leaksieve.toml   rules of your own\n\n"
      "Exit codes: 0 no problem, 1 problems, 2 a file that cannot be used.");
  check->add_option("files", options.paths, "Configuration files");
  check->callback([&options] { options.command = Command::rules_check; });
}

}  // namespace

void add_rule_commands(CLI::App& app, Options& options) {
  CLI::App* rules = app.add_subcommand("rules", "Show and check the rules");
  rules->require_subcommand(1);
  add_list(*rules, options);
  add_check(*rules, options);

  CLI::App* explain = app.add_subcommand(
      "explain", "Say what a rule is about, how it is recognised and how to rotate it");
  explain->footer(
      "Examples:\n"
      "  leaksieve explain clerk-secret-key\n"
      "  leaksieve explain aws-access-token   by the id that another scanner gives it");
  explain->add_option("rule", options.rule_name, "Id or alias of a rule")->required();
  explain->callback([&options] { options.command = Command::explain; });
}

}  // namespace leaksieve
