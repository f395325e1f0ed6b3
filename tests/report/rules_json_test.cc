#include "scanner/report/rules_json.h"

#include <doctest/doctest.h>

#include <array>
#include <nlohmann/json.hpp>
#include <ostream>

namespace leaksieve {

TEST_CASE("rules_json leaves out what a rule does not have") {
  constexpr std::array<std::string_view, 1> kSteps = {"Make a new one."};
  std::array<Rule, 2> rules;
  rules[0].id = "a";
  rules[1].id = "b";
  rules[1].rotate_steps = kSteps;
  rules[1].check = "curl";
  const auto json = nlohmann::json::parse(rules_json(rules));
  CHECK(json["schema"] == "leaksieve-rules/1");
  REQUIRE(json["rules"].size() == 2);
  CHECK(json["rules"][0]["severity"] == "high");
  CHECK_FALSE(json["rules"][0].contains("rotate"));
  CHECK_FALSE(json["rules"][0].contains("check"));
  CHECK(json["rules"][1]["rotate"]["steps"][0] == "Make a new one.");
  CHECK(json["rules"][1]["check"] == "curl");
}

}  // namespace leaksieve
