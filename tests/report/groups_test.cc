#include "scanner/report/groups.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {
namespace {

Finding finding_of(const Rule& rule, const char* secret, Reach reach) {
  Finding finding;
  finding.rule = &rule;
  finding.secret = SecretText(secret);
  finding.reach = reach;
  return finding;
}

}  // namespace

TEST_CASE("by_secret joins the places of one secret of one rule") {
  Rule one;
  one.id = "one";
  Rule two;
  two.id = "two";
  Rule log;
  log.kind = Kind::log_statement;
  const std::vector<Finding> findings = {
      finding_of(one, "a", Reach::remote), finding_of(two, "a", Reach::remote),
      finding_of(one, "a", Reach::local),  finding_of(one, "", Reach::local),
      finding_of(one, "", Reach::local),   finding_of(log, "x", Reach::local),
      finding_of(log, "x", Reach::local)};
  const std::vector<Group> groups = by_secret(findings);
  REQUIRE(groups.size() == 6);
  CHECK(groups[0] == Group{&findings[0], &findings[2]});
  CHECK(groups[1] == Group{&findings[1]});
  CHECK(groups[5] == Group{&findings[6]});
}

TEST_CASE("by_urgency puts what has to be rotated first, and of that the proven") {
  const Rule rule;
  std::vector<Finding> findings;
  for (const char* secret : {"staged", "plain", "old", "head", "proven"}) {
    findings.push_back(finding_of(rule, secret, Reach::remote));
  }
  findings[0].reach = Reach::staged;
  findings[0].confidence = Confidence::proven;
  for (std::size_t i = 1; i < findings.size(); ++i) findings[i].exposure = Exposure{};
  findings[2].exposure->days = 400;
  findings[3].exposure->at_head = true;
  findings[4].confidence = Confidence::proven;
  std::vector<const Finding*> order;
  for (const Group& group : by_urgency(findings)) order.push_back(group.front());
  CHECK(order == std::vector<const Finding*>{&findings[4], &findings[3], &findings[2],
                                             &findings[1], &findings[0]});
}

}  // namespace leaksieve
