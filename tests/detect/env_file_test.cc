#include "scanner/detect/env_file.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/detection.h"

namespace leaksieve {

TEST_CASE("env_file_candidate grades by what the file holds") {
  const auto severity = [](std::string_view text,
                           const std::vector<Candidate>& found = {}) {
    return env_file_candidate(text, RuleIndex{}, found).severity;
  };
  Candidate token;
  token.severity = Severity::high;

  const std::string value = test::made_up("{alnum:4}-horse-{alnum:2}");
  CHECK(severity("A=1", {token}) == Severity::critical);
  CHECK(severity("DB_PASSWORD=" + value + "\n") == Severity::critical);
  CHECK(severity("export API_TOKEN='" + value + "'\r\n") == Severity::critical);
  CHECK(severity("DB_PASSWORD=short\n") == Severity::medium);
  CHECK(severity("DEBUG=1\n") == Severity::medium);
  CHECK(severity("") == Severity::low);
  CHECK(severity("# API_KEY=" + value + "\n\nKEY=\n") == Severity::low);
  CHECK(severity("API_SECRET=${OTHER}\nB=<your secret>\n") == Severity::low);
  CHECK(severity("NEXT_PUBLIC_API_KEY=kQ8-horse-x1\n") == Severity::low);
  CHECK(severity("no assignment at all") == Severity::low);
}

}  // namespace leaksieve
