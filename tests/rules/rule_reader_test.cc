#include "scanner/rules/rule_reader.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {

TEST_CASE("RuleReader sets the field of a key and knows which keys there are") {
  const auto root = parse_toml(
      "regex = 'a+'\ncheck = 'curl $TOKEN'\nkeywords = ['a']\nentropy = 'x'\n",
      "r.toml");
  REQUIRE(root);
  RuleTexts texts;
  const TomlValues values("r.toml");
  RuleReader reader(texts, values);
  Rule rule;
  CHECK(*reader.read(rule, "regex", *root->get("regex")));
  CHECK(*reader.read(rule, "check", *root->get("check")));
  CHECK(*reader.read(rule, "keywords", *root->get("keywords")));
  CHECK(rule.regex == "a+");
  CHECK(rule.check == "curl $TOKEN");
  REQUIRE(rule.keywords.size() == 1);
  CHECK(rule.keywords[0] == "a");
  CHECK_FALSE(*reader.read(rule, "regexp", *root->get("regex")));
  CHECK(reader.read(rule, "entropy", *root->get("entropy")).error().message ==
        "r.toml:4:11: entropy must be a number from 0 to 100000");
}

}  // namespace leaksieve
