#include "scanner/report/github.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/golden.h"
#include "tests/support/sample_report.h"

namespace leaksieve {

TEST_CASE("a report as github") {
  CHECK(test::golden_mismatch("report.github.txt",
                              render_github(test::sample_report().report, {})) == "");
}

TEST_CASE("a hostile report as github") {
  CHECK(test::golden_mismatch("hostile.github.txt",
                              render_github(test::hostile_report().report, {})) == "");
}

TEST_CASE("a clean report as github") {
  CHECK(test::golden_mismatch("clean.github.txt",
                              render_github(test::clean_report("range"), {})) == "");
}

TEST_CASE("more than ten findings are counted, the worst shown") {
  Report report = test::clean_report("range");
  const test::SampleReport sample = test::sample_report();
  report.findings.assign(25, sample.report.findings[0]);
  report.findings.push_back(sample.report.findings[1]);
  const std::string text = render_github(report, {});
  std::size_t lines = 0;
  for (const char c : text) lines += c == '\n';
  CHECK(lines == kMaxAnnotations + 1);
  CHECK(text.find("::error file=app/settings.py,line=12") != std::string::npos);
  CHECK(text.ends_with("26 findings, the 10 worst of them are shown here\n"));
}

TEST_CASE("every line is a workflow command of ours") {
  const std::string text = render_github(test::hostile_report().report, {});
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
    const std::string_view line = std::string_view(text).substr(at);
    CHECK((line.starts_with("::error ") || line.starts_with("::warning ") ||
           line.starts_with("::notice ")));
  }
}

}  // namespace leaksieve
