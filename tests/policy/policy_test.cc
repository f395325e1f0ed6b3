#include "scanner/policy/policy.h"

#include <doctest/doctest.h>

namespace leaksieve {
namespace {

Finding finding(Severity severity, Confidence confidence) {
  Finding finding;
  finding.severity = severity;
  finding.confidence = confidence;
  return finding;
}

}  // namespace

TEST_CASE("judge") {
  const std::vector<Finding> findings = {finding(Severity::critical, Confidence::low),
                                         finding(Severity::low, Confidence::proven),
                                         finding(Severity::high, Confidence::medium)};
  Policy policy;

  SUBCASE("hides what is below the confidence, and counts it") {
    const Judgement judgement = judge(policy, findings);
    CHECK(judgement.shown.size() == 2);
    CHECK(judgement.hidden_by_confidence == 1);
    CHECK(judgement.failing == 1);
  }
  SUBCASE("counts what fails among what is shown") {
    policy.min_confidence = Confidence::low;
    policy.fail_on = Severity::critical;
    CHECK(judge(policy, findings).failing == 1);
    policy.fail_on = Severity::low;
    CHECK(judge(policy, findings).failing == 3);
  }
  SUBCASE("what is suppressed does not fail, is counted, and kept if asked for") {
    std::vector<Finding> some = findings;
    some[2].suppression = {SuppressedBy::baseline, "x", ""};
    Judgement judgement = judge(policy, some);
    CHECK(judgement.failing == 0);
    CHECK(judgement.shown.size() == 1);
    CHECK(judgement.suppressed.empty());
    CHECK(judgement.suppressed_counts[4] == 1);
    policy.show_suppressed = true;
    CHECK(judge(policy, some).suppressed.size() == 1);
  }
  SUBCASE("report-only fails for nothing") {
    policy.report_only = true;
    CHECK(judge(policy, findings).failing == 0);
  }
}

}  // namespace leaksieve
