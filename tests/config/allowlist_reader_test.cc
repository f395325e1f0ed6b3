#include "scanner/config/allowlist_reader.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {
namespace {

toml::table parsed(std::string_view text) {
  return std::move(*parse_toml(text, "c.toml"));
}

}  // namespace

TEST_CASE("read_allowlists") {
  const toml::table table = parsed(
      "[[a]]\ndescription = 'x'\ncondition = '&&'\nregexTarget = 'match'\n"
      "commits = [' ABC ']\nregexes = ['y']\n[[a]]\ncondition = '||'\nstopwords = "
      "['Z']\n");
  const TableReader reader{TomlValues("c.toml"), SetBy::anyone, nullptr};
  std::vector<Allowlist> lists;
  REQUIRE(read_allowlists(reader, *table.get("a"), "a", TargetRules::none, lists));
  REQUIRE(lists.size() == 2);
  CHECK(lists[0].condition == Allowlist::Condition::all);
  CHECK(lists[0].target == Allowlist::Target::match);
  CHECK(lists[0].commits == std::vector<std::string>{"abc"});
  CHECK(lists[1].condition == Allowlist::Condition::any);
  CHECK(lists[1].stopwords == std::vector<std::string>{"z"});
  CHECK(lists[1].place.line == 8);
}

}  // namespace leaksieve
