#include "scanner/report/purge_plan.h"

#include <doctest/doctest.h>

#include <ostream>

#include "tests/support/golden.h"
#include "tests/support/sample_report.h"

namespace leaksieve {

TEST_CASE("shell_word") {
  CHECK(shell_word("") == "''");
  CHECK(shell_word("a b$(x)`y`") == "'a b$(x)`y`'");
  CHECK(shell_word("it's") == "'it'\\''s'");
  CHECK(shell_word("a\n'1\\\xff") == "$'a\\012\\'1\\\\\\377'");
}

TEST_CASE("a purge plan") {
  CHECK(test::golden_mismatch("report.purge.txt",
                              render_purge_plan(test::sample_report().report)) == "");
  CHECK(test::golden_mismatch("hostile.purge.txt",
                              render_purge_plan(test::hostile_report().report)) == "");
}

TEST_CASE("a purge plan holds no secret") {
  const test::SampleReport sample = test::sample_report();
  const std::string text = render_purge_plan(sample.report);
  for (const test::Planted& planted : sample.planted) {
    if (planted.hidden.empty()) continue;
    CHECK(text.find(planted.hidden.substr(0, 6)) == std::string::npos);
  }
}

TEST_CASE("where there is nothing to purge the plan says so") {
  CHECK(render_purge_plan(test::clean_report("audit")).ends_with("# Nothing to do.\n"));
}

}  // namespace leaksieve
