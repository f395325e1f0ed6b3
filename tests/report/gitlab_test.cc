#include "scanner/report/gitlab.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/golden.h"
#include "tests/support/sample_report.h"

namespace leaksieve {

TEST_CASE("a report as gitlab") {
  CHECK(test::golden_mismatch("report.gitlab.json",
                              render_gitlab(test::sample_report().report, {})) == "");
}

TEST_CASE("a hostile report as gitlab") {
  CHECK(test::golden_mismatch("hostile.gitlab.json",
                              render_gitlab(test::hostile_report().report, {})) == "");
}

TEST_CASE("a clean report as gitlab") {
  CHECK(test::golden_mismatch("clean.gitlab.json",
                              render_gitlab(test::clean_report("range"), {})) == "");
}

TEST_CASE("a report as GitLab's code quality") {
  CHECK(test::golden_mismatch(
            "report.codequality.json",
            render_gitlab_codequality(test::sample_report().report, {})) == "");
  CHECK(test::golden_mismatch(
            "hostile.codequality.json",
            render_gitlab_codequality(test::hostile_report().report, {})) == "");
  CHECK(render_gitlab_codequality(test::clean_report("range"), {}) == "[]\n");
}

}  // namespace leaksieve
