#include "scanner/report/text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>
#include <string>

#include "tests/support/golden.h"
#include "tests/support/sample_report.h"

using namespace leaksieve;

namespace {

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a report as text") {
  const test::SampleReport sample = test::sample_report();
  CHECK(test::golden_mismatch("report.txt", render_text(sample.report, {})) == "");
}

TEST_CASE("a report as coloured text") {
  RenderOptions options;
  options.color = true;
  const test::SampleReport sample = test::sample_report();
  CHECK(test::golden_mismatch("report.ansi", render_text(sample.report, options)) ==
        "");
}

TEST_CASE("a hostile report as text holds no control character but line feeds") {
  const test::SampleReport sample = test::hostile_report();
  const std::string text = render_text(sample.report, {});
  CHECK(test::golden_mismatch("hostile.txt", text) == "");
  CHECK(std::none_of(text.begin(), text.end(), [](char c) {
    return (c != '\n' && static_cast<unsigned char>(c) < 0x20) || c == 0x7f;
  }));
  for (const char* part :
       {"\u202e", "\u2066", "\u200b", "\u2028", "\xc2\x9b", "\xff"}) {
    CAPTURE(part);
    CHECK(!holds(text, part));
  }
}

TEST_CASE("a hook that has nothing to say is silent") {
  Report report = test::clean_report("staged");
  CHECK(render_text(report, {}) == "");

  SUBCASE("even if something of low confidence is hidden") {
    report.hidden_by_confidence = 1;
    CHECK(render_text(report, {}) == "");
  }
  SUBCASE("but not if something was left out") {
    report.scan.skipped["submodule"] = 1;
    CHECK(holds(render_text(report, {}), "left out: submodule (1)"));
  }
  SUBCASE("but not if something could not be read") {
    report.scan.complete = false;
    CHECK(holds(render_text(report, {}), "INCOMPLETE"));
  }
  SUBCASE("but not if something went wrong") {
    report.diagnostics.push_back(
        {Diagnostic::Level::warning, "no salt", "", "", false});
    CHECK(holds(render_text(report, {}), "warning: no salt\n"));
  }
}

TEST_CASE("other clean scans say what they looked at") {
  CHECK(render_text(test::clean_report("dir"), {}) ==
        "no findings; scanned 1 blob, 1 byte, in 0.00 s\n");
}

TEST_CASE("quiet leaves only the findings") {
  RenderOptions options;
  options.quiet = true;
  CHECK(render_text(test::clean_report("audit"), options) == "");

  const test::SampleReport sample = test::sample_report();
  const std::string text = render_text(sample.report, options);
  CHECK(render_text(sample.report, {}).starts_with(text));
  CHECK(holds(text, "app/settings.py:12:9"));
  CHECK(!holds(text, "scanned"));
  CHECK(!holds(text, "object is missing"));
}

TEST_CASE("copies of a secret stand below the first") {
  const test::SampleReport sample = test::sample_report();
  const std::string text = render_text(sample.report, {});
  CHECK(holds(text, "\n  also: lib/second copy.rb:9:9\n"));

  Report many = test::clean_report("dir");
  many.findings.assign(9, sample.report.findings[1]);
  CHECK(holds(render_text(many, {}), "also: 3 more places"));
}

TEST_CASE("a summary counts findings and secrets of each rule, the gravest first") {
  RenderOptions options;
  options.summary = true;
  const std::string text = render_text(test::sample_report().report, options);
  CHECK(
      text.starts_with("critical      4 clerk-secret-key                 4 secrets\n"
                       "high          3 acme-token                       2 secrets\n"));
  CHECK(!holds(text, "app/settings.py"));
  CHECK(holds(text, "findings, of which"));
}

TEST_CASE("lines are broken at the width of the terminal, places are not") {
  RenderOptions options;
  options.width = 30;
  const std::string text = render_text(test::sample_report().report, options);
  CHECK(holds(text, "\napp/settings.py:12:9: critical clerk-secret-key (proven)\n"));
  CHECK(holds(text, "\n  A Clerk secret key gives\n    full access to an\n"));
}

TEST_CASE("a path does not become a command of a GitHub workflow") {
  Report report = test::clean_report("dir");
  report.findings.assign(1, test::sample_report().report.findings[1]);
  report.findings[0].path = "  ::error::owned";
  CHECK(render_text(report, {}).starts_with("./  ::error::owned:12:9: "));
}

TEST_CASE("text: what is let pass is counted, escaped, and breaks a hook's silence") {
  Report report = test::clean_report("staged");
  CHECK(render_text(report, {}).empty());
  report.suppressed_counts = {0, 2, 0, 0, 300};
  report.baseline_gone = 13;
  const std::string text = render_text(report, {});
  CHECK(holds(text, "let pass: inline 2, baseline 300\n"));
  CHECK(holds(text, "gone since the baseline: 13"));

  test::SampleReport sample = test::sample_report();
  Finding hidden = sample.report.findings[0];
  hidden.suppression = {SuppressedBy::ignore, "a\x1b[2J:1", "why\n"};
  sample.report.suppressed.push_back(hidden);
  CHECK(holds(render_text(sample.report, {}), "let pass by: a\\x1b[2J:1: why\\n\n"));
}

TEST_CASE("text: a note is no warning") {
  Report report = test::clean_report("range");
  report.diagnostics.push_back({Diagnostic::Level::note, "look", "a", "", false});
  CHECK(holds(render_text(report, {}), "note: a: look\n"));
}
