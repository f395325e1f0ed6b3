#include "scanner/report/html.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/golden.h"
#include "tests/support/sample_report.h"

namespace leaksieve {
namespace {

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

// What the page does is tested in a browser: html_test.mjs opens these files.
TEST_CASE("a report as HTML") {
  CHECK(test::golden_mismatch("report.html",
                              render_html(test::sample_report().report, {})) == "");
  CHECK(test::golden_mismatch("hostile.html",
                              render_html(test::hostile_report().report, {})) == "");
}

TEST_CASE("bytes of a repository do not end the data of an HTML report") {
  Report report = test::clean_report("dir");
  report.findings.assign(1, test::sample_report().report.findings[1]);
  report.findings[0].path = "</script><script>alert(1)</script><!--.py";
  report.scan.target = "<img src=x onerror=alert(1)>";
  const std::string text = render_html(report, {});
  CHECK(!holds(text, "<script>alert"));
  CHECK(!holds(text, "<!--"));
  CHECK(!holds(text, "<img"));
  CHECK(holds(text, "\\u003c/script>"));
}

TEST_CASE("an HTML report names no other origin but the pages of providers") {
  const std::string text = render_html(test::clean_report("audit"), {});
  CHECK(!holds(text, "http:"));
  CHECK(!holds(text, "https:"));
  CHECK(!holds(text, "url("));
}

}  // namespace leaksieve
