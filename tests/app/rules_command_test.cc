#include "scanner/app/rules_command.h"

#include <doctest/doctest.h>

#include <array>
#include <ostream>

namespace leaksieve {

TEST_CASE("list_rules prints a line a rule, in columns") {
  std::array<Rule, 2> rules;
  rules[0].id = "a";
  rules[0].description = "First.";
  rules[1].id = "longer";
  rules[1].severity = Severity::critical;
  rules[1].description = "Second.";
  CHECK(list_rules(rules) ==
        "a       high      high    token       name       First.\n"
        "longer  critical  high    token       name       Second.\n");
  CHECK(list_rules({}).empty());
}

}  // namespace leaksieve
