#include "scanner/app/explain_command.h"

#include <doctest/doctest.h>

#include <array>
#include <ostream>

#include "scanner/rules/builtin_rules.h"

namespace leaksieve {

TEST_CASE("explain says what a rule is, how it is found, and what to do") {
  const auto text = explain(builtin_rules(), "github-pat");
  REQUIRE(text);
  for (const char* part : {"begins with ghp_", "a checksum in it proves it", "Made up",
                           "How to rotate it", "https://", "GITHUB_TOKEN", "curl"}) {
    CAPTURE(part);
    CHECK(text->find(part) != std::string::npos);
  }
}

TEST_CASE("explain takes aliases and suggests the nearest name") {
  constexpr std::array<std::string_view, 1> kAliases = {"acme-token"};
  std::array<Rule, 1> rules;
  rules[0].id = "acme-key";
  rules[0].aliases = kAliases;
  CHECK(explain(rules, "acme-token"));
  const auto refused = explain(rules, "acme-kye");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("did you mean acme-key?") != std::string::npos);
}

TEST_CASE("every built-in rule can be explained") {
  for (const Rule& rule : builtin_rules()) {
    CAPTURE(rule.id);
    const auto text = explain(builtin_rules(), rule.id);
    REQUIRE(text);
    CHECK(text->find("How to rotate it") != std::string::npos);
  }
}

}  // namespace leaksieve
