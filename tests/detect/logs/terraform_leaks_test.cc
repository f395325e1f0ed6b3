#include "scanner/detect/logs/terraform_leaks.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/log_leaks.h"

namespace leaksieve::logs {

using Found = std::vector<std::string>;
using test::leaks;

TEST_CASE("find_terraform_leaks: outputs of a secret that are not marked") {
  CHECK(leaks("output \"a\" {\n  value = var.db_password\n}\n", "a.tf") ==
        Found{"var.db_password"});
  CHECK(
      leaks("output \"a\" {\n  value = \"x:${random_password.db.result}\"\n}\n", "a.tf")
          .empty());
  CHECK(leaks("output \"a\" {\n  value     = var.db_password\n  sensitive = true\n}\n",
              "a.tf")
            .empty());
  CHECK(leaks("output \"a\" {\n  value = var.host\n}\n", "a.tf").empty());
  CHECK(leaks("variable \"db_password\" {\n  default = var.db_password\n}\n", "a.tf")
            .empty());
  CHECK(leaks("output \"a\" {", "a.tf").empty());
}

}  // namespace leaksieve::logs
