#include "scanner/app/command_table.h"

#include <CLI/CLI.hpp>
#include <string_view>

#include "scanner/model/level.h"
#include "scanner/report/formats.h"

namespace leaksieve {
namespace {

/// What the parser checks after CLI11 has read a flag, by the flag's name.
std::vector<std::string> choices_of(std::string_view flag) {
  std::vector<std::string> choices;
  if (flag == "--output") {
    for (const Format& format : formats()) choices.emplace_back(format.name);
  } else if (flag == "--min-confidence") {
    choices.assign(kConfidenceNames.begin(), kConfidenceNames.end());
  } else if (flag == "--fail-on") {
    choices.assign(kSeverityNames.begin(), kSeverityNames.end());
  } else if (flag == "--color") {
    choices = {"auto", "always", "never"};
  } else if (flag == "--log-statements") {
    choices = {"off", "tips", "history"};
  } else if (flag == "--engine") {
    choices = {"forest", "libgit2"};
  } else if (flag == "shell") {
    choices = {"bash", "zsh", "fish"};
  }
  return choices;
}

FlagEntry flag_of(const CLI::Option& option) {
  FlagEntry entry;
  for (const std::string& name : option.get_snames()) entry.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames())
    entry.names.push_back("--" + name);
  if (entry.names.empty()) {
    entry.argument = option.get_name();
  } else if (option.get_expected_max() > 0) {
    // CLI11 appends what it checks: "N:INT in [1 - 1024]".
    const std::string type = option.get_type_name();
    entry.argument = type.substr(0, type.find(':'));
  }
  entry.help = option.get_description();
  entry.standard = option.get_default_str();
  entry.choices = choices_of(entry.names.empty() ? entry.argument : entry.names.back());
  return entry;
}

void add_commands(const CLI::App& app, const std::string& prefix, CommandTable& table) {
  for (const CLI::App* command :
       app.get_subcommands([](const CLI::App*) { return true; })) {
    CommandEntry entry{prefix + command->get_name(),
                       command->get_description(),
                       command->get_footer(),
                       {}};
    const auto nested = command->get_subcommands([](const CLI::App*) { return true; });
    if (!nested.empty()) {
      add_commands(*command, entry.name + " ", table);
      continue;
    }
    for (const CLI::Option* option :
         command->get_options([](const CLI::Option*) { return true; })) {
      entry.flags.push_back(flag_of(*option));
    }
    table.commands.push_back(std::move(entry));
  }
}

}  // namespace

CommandTable table_of(const CLI::App& app) {
  CommandTable table{app.get_description(), app.get_footer(), {}};
  add_commands(app, "", table);
  return table;
}

}  // namespace leaksieve
