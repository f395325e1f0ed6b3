#include "scanner/app/man_page.h"

#include <doctest/doctest.h>

namespace leaksieve {

TEST_CASE("man_page shows the flags of all scans once and escapes roff") {
  const FlagEntry output{{"-o", "--output"}, "FORMAT", "Write", "text", {}};
  const FlagEntry help{{"-h", "--help"}, "", "Help", "", {}};
  const FlagEntry range{{}, "range", "A..B\n.so /etc/passwd", "", {}};
  const CommandTable table{"Finds\\credentials",
                           "",
                           {{"staged", "Scan", "", {output}},
                            {"range", "Scan", "Examples:\n  it", {help, output, range}},
                            {"man", "Print it", "", {help}}}};
  const std::string page = man_page(table, "1.2");
  const auto first = page.find("\\fB\\-\\-output\\fR");
  REQUIRE(first != std::string::npos);
  CHECK(page.find("\\fB\\-\\-output\\fR", first + 1) == std::string::npos);
  CHECK(page.find("(by default text)") != std::string::npos);
  CHECK(page.find("\n.so") == std::string::npos);
  CHECK(page.find("Finds\\ecredentials") != std::string::npos);
  CHECK(page.starts_with(".TH LEAKSIEVE 1 \"\" \"leaksieve 1.2\""));
  CHECK(page.find("codequality") != std::string::npos);
}

}  // namespace leaksieve
