#include "scanner/app/command_table.h"

#include <doctest/doctest.h>

#include <CLI/CLI.hpp>

namespace leaksieve {

TEST_CASE("table_of tells what a parser takes") {
  CLI::App app("Finds things", "tool");
  CLI::App* scan = app.add_subcommand("scan", "Scan it");
  scan->footer("Examples:\n  tool scan");
  std::string level = "low";
  int jobs = 0;
  bool quiet = false;
  scan->add_option("-l,--fail-on", level, "The level")
      ->type_name("LEVEL")
      ->capture_default_str();
  scan->add_option("-j", jobs, "Threads")->type_name("N")->check(CLI::Range(1, 9));
  scan->add_flag("--quiet", quiet, "Say less");
  scan->add_option("path", level, "Where");
  app.add_subcommand("rules")->add_subcommand("list", "List them");

  const CommandTable table = table_of(app);
  REQUIRE(table.commands.size() == 2);
  const CommandEntry& entry = table.commands[0];
  CHECK(entry.name == "scan");
  CHECK(entry.summary == "Scan it");
  REQUIRE(entry.flags.size() == 5);
  CHECK(entry.flags[0].names == std::vector<std::string>{"-h", "--help"});
  CHECK(entry.flags[0].argument == "");
  CHECK(entry.flags[1].names == std::vector<std::string>{"-l", "--fail-on"});
  CHECK(entry.flags[1].argument == "LEVEL");
  CHECK(entry.flags[1].standard == "low");
  CHECK(entry.flags[1].choices.size() == 4);
  CHECK(entry.flags[2].argument == "N");
  CHECK(entry.flags[3].argument == "");
  CHECK(entry.flags[4].names.empty());
  CHECK(entry.flags[4].argument == "path");
  CHECK(table.commands[1].name == "rules list");
}

}  // namespace leaksieve
