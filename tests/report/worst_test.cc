#include "scanner/report/worst.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {

TEST_CASE("worst_findings takes the gravest, then the surest, then the first") {
  std::vector<Finding> findings(5);
  findings[1].severity = Severity::critical;
  findings[3].confidence = Confidence::proven;
  findings[4].severity = Severity::low;
  using Chosen = std::vector<const Finding*>;
  CHECK(worst_findings(findings, 1) == Chosen{&findings[1]});
  CHECK(worst_findings(findings, 2) == Chosen{&findings[1], &findings[3]});
  CHECK(worst_findings(findings, 3) ==
        Chosen{&findings[0], &findings[1], &findings[3]});
  CHECK(worst_findings(findings, 9).size() == 5);
  CHECK(worst_findings({}, 3).empty());
}

}  // namespace leaksieve
