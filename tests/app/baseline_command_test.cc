#include "scanner/app/baseline_command.h"

#include <doctest/doctest.h>

#include <ostream>
#include <vector>

namespace leaksieve {

// The command itself: tests/cli/baseline_journey.sh.
TEST_CASE("compare") {
  Rule rule;
  rule.id = "acme";
  const auto finding = [&](const char* path, const char* secret) {
    Finding one;
    one.rule = &rule;
    one.path = path;
    one.secret = SecretText(secret);
    return one;
  };
  const Salt old{"old", "1"};
  const Salt now{"new", "2"};
  const std::vector<Finding> first = {finding("a", "x"), finding("a", "x"),
                                      finding("b", "x"), finding("c", "y")};
  Baseline before;
  before.salts = {old};
  const BaselineChange made = compare(before, old, first, true);
  CHECK(made.now.entries.size() == 3);
  CHECK(made.added.size() == 3);
  CHECK(made.gone.empty());

  const std::vector<Finding> second = {finding("a", "x"), finding("d", "z")};
  SUBCASE("update takes in what is new, with the salt of the day, and drops the rest") {
    const BaselineChange change = compare(made.now, now, second, true);
    CHECK(change.gone.size() == 2);
    REQUIRE(change.added.size() == 1);
    CHECK(change.added[0].path == "d");
    CHECK(change.added[0].fingerprint.starts_with("new:"));
    CHECK(change.now.entries.size() == 2);
  }
  SUBCASE("what has another salt is kept") {
    Baseline without = made.now;
    without.salts.clear();
    const BaselineChange change = compare(without, now, second, false);
    CHECK(change.gone.empty());
    CHECK(change.now.entries.size() == 3);
  }
  SUBCASE("prune only drops") {
    const BaselineChange change = compare(made.now, now, second, false);
    CHECK(change.gone.size() == 2);
    CHECK(change.added.empty());
    REQUIRE(change.now.entries.size() == 1);
    CHECK(change.now.entries[0].fingerprint.starts_with("old:"));
  }
}

}  // namespace leaksieve
