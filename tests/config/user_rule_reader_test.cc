#include "scanner/config/user_rule_reader.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {
namespace {

toml::table parsed(std::string_view text) {
  return std::move(*parse_toml(text, "c.toml"));
}

}  // namespace

TEST_CASE("read_user_rule") {
  RuleTexts texts;
  const TableReader reader{TomlValues("c.toml"), SetBy::anyone, nullptr};
  const auto rule = read_user_rule(reader,
                                   parsed("id = 'a'\nregex = 'x'\nkeywords = ['Ab', "
                                          "'']\nallowlist = {paths = ['p']}\n"),
                                   texts);
  REQUIRE(rule);
  CHECK(rule->rule.regex == "x");
  CHECK(rule->rule.keywords.size() == 1);
  CHECK(rule->rule.keywords[0] == "ab");
  CHECK(rule->allowlists.size() == 1);
  CHECK(rule->given.size() == 4);
  const auto longest = read_user_rule(
      reader, parsed("id = 'a'\nregex = '" + std::string(20000, 'x') + "'\n"), texts);
  REQUIRE_FALSE(longest);
  CHECK(longest.error().message.find("longer than 16384 bytes") != std::string::npos);
}

}  // namespace leaksieve
