#include "scanner/report/rotation_plan.h"

#include <doctest/doctest.h>

#include <ostream>

#include "tests/support/golden.h"
#include "tests/support/sample_report.h"

namespace leaksieve {
namespace {

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a rotation plan") {
  CHECK(test::golden_mismatch("report.rotation.md",
                              render_rotation_plan(test::sample_report().report, {})) ==
        "");
  CHECK(test::golden_mismatch(
            "hostile.rotation.md",
            render_rotation_plan(test::hostile_report().report, {})) == "");
}

TEST_CASE("a rotation plan gives no secret away") {
  const test::SampleReport sample = test::sample_report();
  const std::string text = render_rotation_plan(sample.report, {});
  for (const test::Planted& planted : sample.planted) {
    if (!planted.hidden.empty()) CHECK(!holds(text, planted.hidden.substr(0, 6)));
    if (!planted.line.empty()) CHECK(!holds(text, planted.line.substr(0, 6)));
  }
}

TEST_CASE("a rotation plan of nothing says so") {
  const std::string text = render_rotation_plan(test::clean_report("audit"), {});
  CHECK(holds(text, "0 secrets to rotate"));
  CHECK(!holds(text, "## "));
}

TEST_CASE("what is not known to be out and does little harm is rotated without haste") {
  Rule rule;
  Report report = test::clean_report("dir");
  report.findings.resize(1);
  report.findings[0].rule = &rule;
  report.findings[0].severity = Severity::medium;
  CHECK(holds(render_rotation_plan(report, {}), "**Regular**"));
  report.findings[0].exposure = Exposure{};
  report.findings[0].exposure->refs = {"refs/remotes/origin/main"};
  CHECK(holds(render_rotation_plan(report, {}), "**Emergency**"));
}

TEST_CASE("the pair of an AWS secret key names the key to look for in CloudTrail") {
  Rule id_rule;
  id_rule.id = "aws-access-key-id";
  id_rule.identifier = true;
  Rule key_rule;
  key_rule.id = "aws-secret-access-key";
  Report report = test::clean_report("audit");
  report.scan.started = 1'767'323'045;
  report.findings.resize(2);
  Finding& id = report.findings[0];
  id.rule = &id_rule;
  id.path = "config/production.ini";
  id.region = {1, 1, 1, 17};
  id.secret = SecretText(test::made_up("", 0, 1) + std::string(16, 'A'));
  Finding& key = report.findings[1];
  key.rule = &key_rule;
  key.path = id.path;
  key.region = {2, 1, 2, 41};
  key.secret = SecretText(test::made_up("", 40, 2));
  key.date = "2025-03-04T00:00:00Z";
  key.related = {{"pair", id.path, 1}};
  const std::string text = render_rotation_plan(report, {});
  CHECK(holds(text, "AttributeValue=" + std::string(16, 'A') +
                        " \\\n  --start-time 2025-03-04 --end-time 2026-01-02"));
  CHECK(holds(text, "- [ ] Environment: production"));
}

}  // namespace leaksieve
