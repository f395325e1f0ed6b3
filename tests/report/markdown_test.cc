#include "scanner/report/markdown.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/golden.h"
#include "tests/support/sample_report.h"

namespace leaksieve {

TEST_CASE("a report as markdown") {
  CHECK(test::golden_mismatch("report.md",
                              render_markdown(test::sample_report().report, {})) == "");
}

TEST_CASE("a hostile report as markdown") {
  CHECK(test::golden_mismatch(
            "hostile.md", render_markdown(test::hostile_report().report, {})) == "");
}

TEST_CASE("a clean report as markdown") {
  CHECK(test::golden_mismatch("clean.md",
                              render_markdown(test::clean_report("range"), {})) == "");
}

TEST_CASE("a Markdown report of very many findings counts the rest") {
  Report report = test::clean_report("audit");
  report.findings.assign(kMaxMarkdownRows + 3,
                         test::sample_report().report.findings[1]);
  const std::string text = render_markdown(report, {});
  CHECK(text.find("3 lesser findings are not in this table") != std::string::npos);
  CHECK(text.size() < 1 << 20);
}

TEST_CASE("a path of a megabyte does not burst a Markdown report") {
  Report report = test::clean_report("audit");
  report.findings.assign(1, test::sample_report().report.findings[1]);
  for (int i = 0; i < 500'000; ++i) report.findings[0].path += "\u00e9";
  CHECK(render_markdown(report, {}).size() < 5000);
}

}  // namespace leaksieve
