#include "scanner/app/rules_check.h"

#include <doctest/doctest.h>

#include <ostream>

#include "scanner/app/rule_set.h"
#include "scanner/rules/builtin_rules.h"

namespace leaksieve {
namespace {

std::vector<std::string> problems_of(const std::string& keys) {
  auto file = parse_config("[extend]\nuseDefault = false\n[[rules]]\nid = 'a'\n" + keys,
                           "c.toml", SetBy::user);
  REQUIRE_MESSAGE(file, (file ? "" : file.error().message));
  const auto rules = make_rule_set(Options{}, *file);
  REQUIRE_MESSAGE(rules, (rules ? "" : rules.error().message));
  const Detector detector(*rules->matcher);
  return *rule_problems(detector, builtin_rules().size());
}

}  // namespace

TEST_CASE("rule_problems") {
  using Problems = std::vector<std::string>;
  CHECK(problems_of("regex = 'acme_[0-9]{8}'\nexamples = ['acme_{digit:8}']\n"
                    "counterexamples = ['acme_{digit:7}']\nkeywords = ['acme']\n") ==
        Problems{});
  CHECK(
      problems_of("regex = 'acme_[0-9]{8}'\nexamples = ['acme_{digit:7}', "
                  "'acme_{digit:9}']\ncounterexamples = ['acme_{digit:8}']\n") ==
      Problems{"rule a: example 1 is not found", "rule a: counterexample 1 is found"});
  CHECK(problems_of("regex = 'acme'\nexamples = ['acme{nosuch:1}']\n").size() == 1);
  CHECK(problems_of("regex = 'acme'\n").empty());
  for (const char* regex : {".*acme", "[^x]+acme", "(?:\\s{2,})acme"}) {
    CAPTURE(regex);
    const Problems found =
        problems_of("regex = '" + std::string(regex) + "'\nexamples = ['  acme']\n");
    REQUIRE(found.size() == 2);
    CHECK(found[0].find("every text is read") != std::string::npos);
    CHECK(found[1].find("begins with a repeat without a bound") != std::string::npos);
  }
}

}  // namespace leaksieve
