#include "scanner/config/extend.h"

#include <doctest/doctest.h>

#include <ostream>
#include <utility>

namespace leaksieve {
namespace {

ConfigFile file(std::string_view text) {
  auto parsed = parse_config(text, "c.toml", SetBy::user);
  REQUIRE_MESSAGE(parsed, (parsed ? "" : parsed.error().message));
  return std::move(*parsed);
}

}  // namespace

TEST_CASE("extended: what is given wins, lists grow, disabled rules go") {
  const ConfigFile both = extended(
      file("[[rules]]\nid = 'a'\nregex = 'old'\nentropy = 2\ntags = ['x']\n"
           "[[rules]]\nid = 'b'\nregex = 'b'\n[[rules]]\nid = 'c'\nregex = 'c'\n"
           "[allowlist]\npaths = ['base']\n"),
      file("[extend]\ndisabledRules = ['b']\n[[rules]]\nid = 'a'\nregex = 'new'\n"
           "tags = ['y']\n[[rules]]\nid = 'd'\nregex = 'd'\n[allowlist]\npaths = "
           "['own']\n"));
  REQUIRE(both.rules.size() == 3);
  CHECK(both.rules[0].rule.id == "a");
  CHECK(both.rules[0].rule.regex == "new");
  CHECK(both.rules[0].rule.entropy == 2);
  REQUIRE(both.rules[0].rule.tags.size() == 2);
  CHECK(both.rules[0].rule.tags[1] == "y");
  CHECK(both.rules[1].rule.id == "c");
  CHECK(both.rules[2].rule.id == "d");
  REQUIRE(both.config.allowlists.size() == 2);
  CHECK(both.config.allowlists[0].paths[0] == "own");
}

}  // namespace leaksieve
