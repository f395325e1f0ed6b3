#include "scanner/match/allowlists.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>
#include <utility>

namespace leaksieve {
namespace {

constexpr std::string_view kText = "first\nkey = 'abcExampledef'  # test\nlast\n";

Candidate candidate() {
  Candidate found;
  found.match = {6, 28};
  found.secret = {13, 26};
  return found;
}

// Whether the list lets the candidate pass at a path and in a commit.
bool allows(const Allowlist& list, std::string_view path = "a/b.py",
            std::string_view commit = "", std::vector<RuleIndex> rules = {}) {
  const auto lists = Allowlists::create({{list, std::move(rules)}});
  REQUIRE(lists);
  return lists->allowing(RuleIndex{0}, lists->allowing_content(kText, candidate()),
                         path, commit) != nullptr;
}

}  // namespace

TEST_CASE("an allowlist looks at the secret, the match or the line") {
  Allowlist list;
  list.regexes = {"^abc"};
  CHECK(allows(list));
  list.regexes = {"^key"};
  CHECK_FALSE(allows(list));
  list.target = Allowlist::Target::match;
  CHECK(allows(list));
  list.regexes = {"# test$"};
  CHECK_FALSE(allows(list));
  list.target = Allowlist::Target::line;
  CHECK(allows(list));
  list.regexes = {"last"};
  CHECK_FALSE(allows(list));
}

TEST_CASE("stopwords stand in the secret in any case of letters") {
  Allowlist list;
  list.stopwords = {"example"};
  CHECK(allows(list));
  list.stopwords = {"first"};
  CHECK_FALSE(allows(list));
}

TEST_CASE("paths and commits") {
  Allowlist list;
  list.paths = {"^a/"};
  CHECK(allows(list));
  CHECK_FALSE(allows(list, "b/a.py"));
  list.paths = {R"(^a\\b)"};
  CHECK(allows(list));
  list.paths.clear();
  list.commits = {"c0ffee"};
  CHECK(allows(list, "x", "c0ffee"));
  CHECK_FALSE(allows(list, "x", ""));
}

TEST_CASE("the condition: any kind, or all that are given") {
  Allowlist list;
  list.paths = {"^a/"};
  list.stopwords = {"nowhere"};
  CHECK(allows(list));
  list.condition = Allowlist::Condition::all;
  CHECK_FALSE(allows(list));
  list.stopwords = {"example"};
  CHECK(allows(list));
  CHECK_FALSE(allows(list, "b.py"));
  list.regexes = {"nowhere"};
  CHECK_FALSE(allows(list));
}

TEST_CASE("an allowlist of some rules leaves the others alone") {
  Allowlist list;
  list.stopwords = {"example"};
  CHECK(allows(list, "a", "", {RuleIndex{0}}));
  CHECK_FALSE(allows(list, "a", "", {RuleIndex{1}}));
}

TEST_CASE("a bad regex is an Error with its place") {
  Allowlist list;
  list.regexes = {"(unclosed"};
  list.place = {"c.toml", 3, 1};
  const auto lists = Allowlists::create({{list, {}}});
  REQUIRE_FALSE(lists);
  CHECK(lists.error().message.starts_with("c.toml:3:1: allowlist: bad regex"));
}

}  // namespace leaksieve
