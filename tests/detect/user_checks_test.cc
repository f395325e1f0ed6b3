#include "scanner/detect/user_checks.h"

#include <doctest/doctest.h>

#include <array>
#include <ostream>

namespace leaksieve {
namespace {

Candidate at(std::uint32_t rule, std::uint64_t begin) {
  Candidate candidate;
  candidate.rule = RuleIndex{rule};
  candidate.match = {begin, begin + 1};
  candidate.secret = candidate.match;
  return candidate;
}

}  // namespace

TEST_CASE("a candidate without the rule it requires near it is dropped") {
  constexpr std::string_view kText = "a\n\n\nb\na b\n";
  const auto left = [&](NearRule near) {
    UserCheck check;
    check.near = {std::move(near)};
    const UserChecks checks({check}, {});
    std::vector<Candidate> found = {at(0, 0), at(1, 4), at(0, 6), at(1, 8)};
    checks.drop_incomplete(kText, found);
    std::vector<std::uint64_t> starts;
    for (const Candidate& candidate : found) starts.push_back(candidate.match.begin);
    return starts;
  };
  using Starts = std::vector<std::uint64_t>;
  CHECK(left({{RuleIndex{1}}, {}, {}}) == Starts{0, 4, 6, 8});
  CHECK(left({{RuleIndex{1}}, 3, {}}) == Starts{0, 4, 6, 8});
  CHECK(left({{RuleIndex{1}}, 1, {}}) == Starts{4, 6, 8});
  CHECK(left({{RuleIndex{1}}, 0, 1}) == Starts{4, 8});
  CHECK(left({{RuleIndex{2}}, {}, {}}) == Starts{4, 8});
}

TEST_CASE("a rule of paths alone makes a candidate about the file") {
  std::array<Rule, 1> rules;
  rules[0].severity = Severity::low;
  UserCheck check;
  check.path = "\\.pem$";
  check.is_path_only = true;
  const UserChecks checks({check}, {});
  std::vector<Candidate> found;
  checks.add_paths("a.pem.txt", rules, found);
  CHECK(found.empty());
  checks.add_paths("keys/a.pem", rules, found);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::low);
  CHECK(found[0].match.size() == 0);
}

TEST_CASE("UserChecks::is_for") {
  UserCheck check;
  check.path = "\\.py$";
  const UserChecks checks({check}, {});
  CHECK(checks.is_for(RuleIndex{0}, "a.py"));
  CHECK_FALSE(checks.is_for(RuleIndex{0}, "a.go"));
  CHECK(checks.is_for(RuleIndex{1}, "a.go"));
}

}  // namespace leaksieve
