#include "scanner/report/csv.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/golden.h"
#include "tests/support/sample_report.h"

namespace leaksieve {

TEST_CASE("a report as csv") {
  CHECK(test::golden_mismatch("report.csv",
                              render_csv(test::sample_report().report, {})) == "");
}

TEST_CASE("a hostile report as csv") {
  CHECK(test::golden_mismatch("hostile.csv",
                              render_csv(test::hostile_report().report, {})) == "");
}

TEST_CASE("a clean report as csv") {
  CHECK(test::golden_mismatch("clean.csv",
                              render_csv(test::clean_report("range"), {})) == "");
}

TEST_CASE("a CSV report has as many cells in every line") {
  const std::string text = render_csv(test::hostile_report().report, {});
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = text.find('\n', begin);
    // Outside of quotes only: a quote toggles, a doubled one toggles twice.
    std::size_t commas = 0;
    bool quoted = false;
    for (std::size_t i = begin; i < end; ++i) {
      if (text[i] == '"') quoted = !quoted;
      if (text[i] == ',' && !quoted) ++commas;
    }
    CHECK(!quoted);
    CHECK(commas == 22);
    begin = end + 1;
  }
}

}  // namespace leaksieve
