#include "scanner/match/prefilter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <limits>

namespace leaksieve {
namespace {

Rule rule(std::string_view id, std::string_view regex) {
  Rule rule;
  rule.id = id;
  rule.regex = regex;
  return rule;
}

std::vector<std::uint64_t> ends(const Prefilter& prefilter, std::string_view text) {
  auto scratch = prefilter.make_scratch();
  REQUIRE(scratch);
  std::vector<Hit> hits;
  REQUIRE(prefilter.scan(text, *scratch, hits));
  std::vector<std::uint64_t> out;
  for (const Hit& hit : hits) out.push_back(hit.end);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

TEST_CASE("Prefilter") {
  const std::array rules = {rule("none", ""), rule("digits", "x[0-9]{1,3}")};
  auto prefilter = Prefilter::compile(rules);
  REQUIRE(prefilter);

  SUBCASE("reports every end of a match") {
    CHECK(ends(*prefilter, "ax12") == std::vector<std::uint64_t>{3, 4});
    CHECK(ends(*prefilter, "").empty());
  }
  SUBCASE("names the rule by its position") {
    auto scratch = prefilter->make_scratch();
    std::vector<Hit> hits;
    REQUIRE(prefilter->scan("x1", *scratch, hits));
    REQUIRE(hits.size() == 1);
    CHECK(to_size(hits[0].rule) == 1);
  }
  SUBCASE("is the same after a round trip through bytes") {
    const auto bytes = prefilter->serialize();
    REQUIRE(bytes);
    auto again = Prefilter::deserialize(*bytes);
    REQUIRE(again);
    CHECK(ends(*again, "ax12") == ends(*prefilter, "ax12"));
  }
}

TEST_CASE("Prefilter::deserialize refuses foreign bytes") {
  CHECK_FALSE(Prefilter::deserialize("not a database of Hyperscan's"));
}

TEST_CASE("Prefilter::compile names the rule whose regex is refused") {
  const std::array rules = {rule("good", "a"), rule("bad", "a(?=b)(?<x>c)\\1(?R)")};
  const auto refused = Prefilter::compile(rules);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("bad") != std::string::npos);
}

TEST_CASE("Prefilter::compile takes what Hyperscan can only prefilter") {
  const std::array rules = {rule("back", "(ab|cd)x\\1")};
  auto prefilter = Prefilter::compile(rules);
  REQUIRE(prefilter);
  CHECK_FALSE(ends(*prefilter, "abxab").empty());
}

TEST_CASE("max_match_width") {
  const auto width = max_match_width("a[0-9]{2,7}");
  REQUIRE(width);
  CHECK(*width == 8);
  const auto open = max_match_width("a[0-9]+");
  REQUIRE(open);
  CHECK(*open == std::numeric_limits<std::size_t>::max());
  CHECK_FALSE(max_match_width("a("));
}

}  // namespace leaksieve
