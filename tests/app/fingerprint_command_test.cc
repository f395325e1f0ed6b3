#include "scanner/app/fingerprint_command.h"

#include <doctest/doctest.h>

#include <ostream>
#include <vector>

namespace leaksieve {

TEST_CASE("ignore_entries") {
  Rule rule;
  rule.id = "acme";
  Finding finding;
  finding.rule = &rule;
  CHECK(ignore_entries(std::vector{finding, finding}, "a\"\n\\") ==
        "# acme\n[[ignore]]\nrule = \"acme\"\npaths = [\"a\\\"\\u000a\\\\\"]\nreason = "
        "\"\"\n");
  finding.keyed_fingerprint = "12";
  CHECK(ignore_entries(std::vector{finding}, "a") ==
        "# acme\n[[ignore]]\nfingerprint = \"12\"\npaths = [\"a\"]\nreason = \"\"\n");
  finding.keyed_fingerprint = "s:12";
  CHECK(ignore_entries(std::vector{finding}, "a").find("salt = \"s\"\n") !=
        std::string::npos);
  CHECK(ignore_entries({}, "a").empty());
}

}  // namespace leaksieve
