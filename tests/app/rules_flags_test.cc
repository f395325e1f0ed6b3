#include "scanner/app/rules_flags.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {
namespace {

Options parsed(const std::string& line) {
  CLI::App app;
  Options options;
  add_rule_commands(app, options);
  app.parse(line);
  return options;
}

}  // namespace

TEST_CASE("add_rule_commands") {
  CHECK(parsed("rules list").command == Command::rules_list);
  CHECK(parsed("rules list").rules_format == "text");
  CHECK(parsed("rules list -o json").rules_format == "json");
  CHECK_THROWS(parsed("rules list -o yaml"));
  CHECK(parsed("rules check").command == Command::rules_check);
  CHECK(parsed("rules check a b").paths == std::vector<std::string>{"a", "b"});
  CHECK(parsed("explain x").command == Command::explain);
  CHECK(parsed("explain x").rule_name == "x");
  CHECK_THROWS(parsed("explain"));
}

}  // namespace leaksieve
