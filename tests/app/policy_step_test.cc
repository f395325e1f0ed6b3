#include "scanner/app/policy_step.h"

#include <doctest/doctest.h>

#include <ostream>

#include "tests/support/detection.h"
#include "tests/support/temp_repo.h"

namespace leaksieve {

// Ranges, comments and what the base says: tests/cli/range_trusted_base.sh.
TEST_CASE("PolicyStep") {
  test::Detection detection;
  test::TempRepo repo;
  repo.write(".gitleaksignore", "a:acme:1\nb:acme:1\n");
  Rule rule;
  rule.id = "acme";
  Finding finding;
  finding.rule = &rule;
  finding.path = "a";
  finding.region = {1, 1, 1, 2};
  std::vector<Finding> findings = {finding};
  const Options options;
  const InlinePolicy comments{true, "2026-11-24"};
  PolicySources sources;
  sources.place.folder = repo.path() + "/";
  Report report;
  const auto apply = [&] {
    return PolicyStep(options, detection.detector(), comments, sources)
        .apply(findings, report);
  };

  SUBCASE("lets pass what an ignore file names") {
    REQUIRE(apply());
    CHECK(findings[0].suppression);
    CHECK(report.diagnostics.empty());
  }
  SUBCASE("an audit says which entries match nothing") {
    sources.sees_all = true;
    REQUIRE(apply());
    REQUIRE(report.diagnostics.size() == 1);
    CHECK(report.diagnostics[0].level == Diagnostic::Level::note);
    CHECK(report.diagnostics[0].what.find(".gitleaksignore:2") != std::string::npos);
  }
  SUBCASE("reads nothing if nothing was found") {
    findings.clear();
    repo.write(".leaksieve-baseline.jsonl", "damaged");
    CHECK(apply());
    findings = {finding};
    CHECK_FALSE(apply());
  }
  SUBCASE("an old entry that names a place says nothing of what is new there") {
    sources.before = sources.place;
    REQUIRE(apply());
    CHECK_FALSE(findings[0].suppression);
  }
  SUBCASE("notes edits of the gate in a range") {
    sources.is_range = true;
    sources.edited = {".gitleaksignore", ".github/workflows/a.yml"};
    REQUIRE(apply());
    CHECK(report.diagnostics.size() == 2);
    CHECK_FALSE(report.diagnostics[0].incomplete);
  }
}

}  // namespace leaksieve
