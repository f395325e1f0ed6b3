#include "scanner/app/rule_set.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

namespace leaksieve {
namespace {

constexpr std::array<std::string_view, 1> kAliases = {"old-name"};

std::array<Rule, 2> two_rules() {
  std::array<Rule, 2> rules;
  rules[0].id = "acme-key";
  rules[0].aliases = kAliases;
  rules[1].id = "other-token";
  return rules;
}

}  // namespace

TEST_CASE("select_rules") {
  const auto rules = two_rules();
  Options options;
  const auto selected = [&] { return *select_rules(rules, options); };

  CHECK(selected() == std::vector<bool>{true, true});
  SUBCASE("--enable-rule uses only those named") {
    options.enabled_rules = {"other-token"};
    CHECK(selected() == std::vector<bool>{false, true});
  }
  SUBCASE("--disable-rule, by the id that a rival gives it") {
    options.disabled_rules = {"old-name"};
    CHECK(selected() == std::vector<bool>{false, true});
  }
  SUBCASE("an unknown id is an error that names the nearest") {
    options.disabled_rules = {"other"};
    const auto refused = select_rules(rules, options);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("did you mean other-token?") !=
          std::string::npos);
  }
}

TEST_CASE("make_matcher loads the database that was made at build time") {
  const auto matcher = make_matcher(Options{});
  REQUIRE(matcher);
  CHECK(matcher->rules().size() > 40);
  CHECK(matcher->make_scratch());
}

}  // namespace leaksieve
