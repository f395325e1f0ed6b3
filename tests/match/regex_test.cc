#include "scanner/match/regex.h"

#include <doctest/doctest.h>

#include <string>

namespace leaksieve {

TEST_CASE("Regex::find") {
  const std::string text = "ab ab12 ab";

  SUBCASE("gives the leftmost match inside the window") {
    const Regex regex("ab([0-9]*)");
    const auto first = regex.find(text, {0, text.size()});
    REQUIRE(first);
    CHECK(first->span == ByteSpan{0, 2});
    const auto second = regex.find(text, {1, text.size()});
    REQUIRE(second);
    CHECK(second->span == ByteSpan{3, 7});
    REQUIRE(second->groups.size() == 1);
    CHECK(second->groups[0] == ByteSpan{5, 7});
  }
  SUBCASE("sees the bytes beyond the window at its edges") {
    const Regex regex("\\bb");
    CHECK_FALSE(regex.find(text, {1, 2}));
    CHECK(Regex("b").find(text, {1, 2}));
  }
  SUBCASE("a group that took no part is nothing") {
    const auto match = Regex("(x)|(a)").find(text, {0, text.size()});
    REQUIRE(match);
    CHECK_FALSE(match->groups[0]);
    CHECK(match->groups[1] == ByteSpan{0, 1});
  }
  SUBCASE("matches bytes that are no UTF-8") {
    CHECK(
        Regex("a.b").find("a\xff"
                          "b",
                          {0, 3}));
  }
}

TEST_CASE("Regex::check names what RE2 refuses") {
  CHECK(Regex::check("a+"));
  const auto bad = Regex::check("a(");
  REQUIRE_FALSE(bad);
  CHECK(bad.error().message.find("missing") != std::string::npos);
  std::string groups;
  for (int i = 0; i < 63; ++i) groups += "(a)";
  CHECK(Regex::check(groups));
  CHECK_FALSE(Regex::check(groups + "(a)"));
}

}  // namespace leaksieve
