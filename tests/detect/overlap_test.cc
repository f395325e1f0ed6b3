#include "scanner/detect/overlap.h"

#include <doctest/doctest.h>

#include <array>

namespace leaksieve {
namespace {

Candidate candidate(std::uint32_t rule, std::uint64_t begin, std::uint64_t end) {
  Candidate out;
  out.rule = static_cast<RuleIndex>(rule);
  out.match = out.secret = {begin, end};
  return out;
}

}  // namespace

TEST_CASE("drop_overlaps") {
  std::array<Rule, 2> rules;
  rules[0].specificity = 50;
  std::vector<Candidate> candidates;

  SUBCASE("the more specific rule wins, even with the shorter secret") {
    candidates = {candidate(0, 0, 20), candidate(1, 5, 10)};
    drop_overlaps(rules, candidates);
    REQUIRE(candidates.size() == 1);
    CHECK(to_size(candidates[0].rule) == 1);
  }
  SUBCASE("of one rule the longer secret") {
    candidates = {candidate(1, 0, 4), candidate(1, 2, 9)};
    drop_overlaps(rules, candidates);
    REQUIRE(candidates.size() == 1);
    CHECK(candidates[0].secret == ByteSpan{2, 9});
  }
  SUBCASE("what touches does not overlap, and the order is by position") {
    candidates = {candidate(1, 8, 9), candidate(0, 4, 8), candidate(1, 0, 4)};
    drop_overlaps(rules, candidates);
    REQUIRE(candidates.size() == 3);
    CHECK(candidates[0].secret.begin == 0);
    CHECK(candidates[2].secret.begin == 8);
  }
  SUBCASE("a wide loser does not hide what overlaps it only") {
    candidates = {candidate(0, 0, 30), candidate(1, 0, 5), candidate(0, 20, 25)};
    drop_overlaps(rules, candidates);
    CHECK(candidates.size() == 2);
  }
}

}  // namespace leaksieve
