#include "scanner/report/sarif.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "tests/support/golden.h"
#include "tests/support/sample_report.h"

using namespace leaksieve;
using Json = nlohmann::ordered_json;

namespace {

Json run_of(const Report& report) {
  return Json::parse(render_sarif(report, {}))["runs"][0];
}

}  // namespace

TEST_CASE("a report as SARIF") {
  const test::SampleReport sample = test::sample_report();
  CHECK(test::golden_mismatch("report.sarif", render_sarif(sample.report, {})) == "");
}

TEST_CASE("a hostile report as SARIF") {
  const test::SampleReport sample = test::hostile_report();
  CHECK(test::golden_mismatch("hostile.sarif", render_sarif(sample.report, {})) == "");
}

TEST_CASE("a clean report as SARIF") {
  CHECK(test::golden_mismatch("clean.sarif",
                              render_sarif(test::clean_report("range"), {})) == "");
}

TEST_CASE("a SARIF result points at its rule") {
  const test::SampleReport sample = test::sample_report();
  const Json run = run_of(sample.report);
  const Json& rules = run["tool"]["driver"]["rules"];
  for (const Json& result : run["results"]) {
    CHECK(rules[result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
  }
}

TEST_CASE("SARIF holds the worst findings, if there are more than GitHub takes") {
  const test::SampleReport sample = test::sample_report();
  Report report = test::clean_report("audit");
  report.findings.assign(kMaxSarifResults, sample.report.findings[0]);
  CHECK(run_of(report)["invocations"][0]["toolExecutionNotifications"].empty());

  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    report.findings[i].path = std::to_string(i);
  }
  Finding worse = sample.report.findings[0];
  worse.severity = Severity::critical;
  report.findings.push_back(worse);
  Finding surer = sample.report.findings[0];
  surer.confidence = Confidence::proven;
  report.findings.push_back(surer);

  const Json run = run_of(report);
  const Json& results = run["results"];
  REQUIRE(results.size() == kMaxSarifResults);
  const auto uri_of = [&results](std::size_t i) -> Json {
    return results[i]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
  };
  CHECK(results[kMaxSarifResults - 2]["level"] == "error");
  CHECK(results[kMaxSarifResults - 1]["properties"]["confidence"] == "proven");
  // Of equals the first of the report stay, in its order.
  CHECK(uri_of(0) == "0");
  CHECK(uri_of(kMaxSarifResults - 3) == std::to_string(kMaxSarifResults - 3));
  CHECK(run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] ==
        "only the 25000 worst of 25002 findings are in this file.");
}

TEST_CASE("SARIF: what is suppressed says by what") {
  test::SampleReport sample = test::sample_report();
  const std::size_t shown = sample.report.findings.size();
  Finding hidden = sample.report.findings[0];
  hidden.suppression = {SuppressedBy::inline_comment, "gitleaks:allow on line 3",
                        "{why}"};
  sample.report.suppressed.push_back(hidden);
  hidden.suppression = {SuppressedBy::baseline, "file", ""};
  hidden.keyed_fingerprint = "s:12";
  sample.report.suppressed.push_back(hidden);
  const Json run = run_of(sample.report);
  REQUIRE(run["results"].size() == shown + 2);
  CHECK_FALSE(run["results"][0].contains("suppressions"));
  const Json& comment = run["results"][shown]["suppressions"][0];
  CHECK(comment["kind"] == "inSource");
  CHECK(comment["justification"] == "gitleaks:allow on line 3: {{why}}");
  const Json& last = run["results"][shown + 1];
  CHECK(last["suppressions"][0]["kind"] == "external");
  CHECK(last["fingerprints"]["leaksieve/v1"] == "s:12");
  CHECK(last["partialFingerprints"].contains("leaksieveLocation/v1"));
}
