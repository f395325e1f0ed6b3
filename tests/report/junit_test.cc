#include "scanner/report/junit.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/golden.h"
#include "tests/support/sample_report.h"

namespace leaksieve {

TEST_CASE("a report as junit") {
  CHECK(test::golden_mismatch("report.junit.xml",
                              render_junit(test::sample_report().report, {})) == "");
}

TEST_CASE("a hostile report as junit") {
  CHECK(test::golden_mismatch("hostile.junit.xml",
                              render_junit(test::hostile_report().report, {})) == "");
}

TEST_CASE("a clean report as junit") {
  CHECK(test::golden_mismatch("clean.junit.xml",
                              render_junit(test::clean_report("range"), {})) == "");
}

TEST_CASE("a JUnit report that is not complete has an error, even without a reason") {
  Report report = test::clean_report("audit");
  report.scan.complete = false;
  const std::string text = render_junit(report, {});
  CHECK(text.find("errors=\"1\"") != std::string::npos);
  CHECK(text.find("no findings") == std::string::npos);
}

}  // namespace leaksieve
