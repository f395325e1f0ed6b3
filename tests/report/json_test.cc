#include "scanner/report/json.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>
#include <string>

#include "tests/support/golden.h"
#include "tests/support/sample_report.h"

using namespace leaksieve;
using Json = nlohmann::ordered_json;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("a report as JSON") {
  const test::SampleReport sample = test::sample_report();
  CHECK(test::golden_mismatch("report.json", render_json(sample.report, {})) == "");
}

TEST_CASE("a report as JSON Lines") {
  const test::SampleReport sample = test::sample_report();
  CHECK(test::golden_mismatch("report.jsonl", render_jsonl(sample.report, {})) == "");
}

TEST_CASE("a hostile report as JSON") {
  const test::SampleReport sample = test::hostile_report();
  const std::string text = render_json(sample.report, {});
  CHECK(test::golden_mismatch("hostile.json", text) == "");

  const Json findings = Json::parse(text)["findings"];
  SUBCASE("a path that is UTF-8 comes back as it was") {
    CHECK(findings[0]["path"] == sample.report.findings[0].path);
    CHECK(!findings[0].contains("path_encoding"));
  }
  SUBCASE("a path that is not is percent-encoded, and says so") {
    CHECK(findings[2]["path"] == "caf%E9/%00.env");
    CHECK(findings[2]["path_encoding"] == "percent");
  }
  SUBCASE("other bytes that are not UTF-8 are replaced") {
    CHECK(findings[4]["evidence"][0] == "\ufffd");
  }
}

TEST_CASE("JSON Lines hold what the object holds") {
  for (const test::SampleReport& sample :
       {test::sample_report(), test::hostile_report()}) {
    Json object = Json::parse(render_json(sample.report, {}));
    const std::vector<std::string> lines = lines_of(render_jsonl(sample.report, {}));
    REQUIRE(lines.size() == object["findings"].size() + 1);
    for (std::size_t i = 1; i < lines.size(); ++i) {
      CHECK(Json::parse(lines[i]) == object["findings"][i - 1]);
    }
    object.erase("findings");
    CHECK(Json::parse(lines[0]) == object);
  }
}

TEST_CASE("a clean report has the three fields that are never absent") {
  const Json json = Json::parse(render_json(test::clean_report("staged"), {}));
  CHECK(json["findings"] == Json::array());
  CHECK(json["diagnostics"] == Json::array());
  CHECK(json["suppressed"].size() == 6);
  CHECK(!json["scan"].contains("skipped"));
}

TEST_CASE("shown secrets stand whole in JSON") {
  const test::SampleReport sample = test::sample_report();
  const Json json =
      Json::parse(render_json(sample.report, {Secrets::shown, false, false, false, 0}));
  for (std::size_t i = 0; i < sample.planted.size(); ++i) {
    const std::string& secret = sample.planted[i].secret;
    if (!secret.empty()) CHECK(json["findings"][i]["secret"] == secret);
  }
}

TEST_CASE("JSON: what is suppressed is counted, and stands behind the findings") {
  test::SampleReport sample = test::sample_report();
  const std::size_t shown = sample.report.findings.size();
  Finding hidden = sample.report.findings[0];
  hidden.suppression = {SuppressedBy::inline_comment, "gitleaks:allow on line 3",
                        "why"};
  hidden.keyed_fingerprint = "s:12";
  sample.report.suppressed.push_back(hidden);
  sample.report.suppressed_counts[1] = 4;
  sample.report.suppressed_counts[4] = 300;
  const Json json = Json::parse(render_json(sample.report, {}));
  CHECK(json["suppressed"]["inline"] == 4);
  CHECK(json["suppressed"]["baseline"] == 300);
  CHECK(json["suppressed"]["path"] == 0);
  REQUIRE(json["findings"].size() == shown + 1);
  CHECK_FALSE(json["findings"][0].contains("suppressed"));
  const Json& last = json["findings"][shown];
  CHECK(last["suppressed"]["by"] == "inline");
  CHECK(last["suppressed"]["source"] == "gitleaks:allow on line 3");
  CHECK(last["suppressed"]["reason"] == "why");
  CHECK(last["fingerprint"] == "s:12");
  CHECK(lines_of(render_jsonl(sample.report, {})).size() == shown + 2);
}
