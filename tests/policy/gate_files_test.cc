#include "scanner/policy/gate_files.h"

#include <doctest/doctest.h>

namespace leaksieve {

TEST_CASE("is_gate_file") {
  for (const auto path : policy_files()) CHECK(is_gate_file(path));
  CHECK(is_gate_file(".github/workflows/leaks.yml"));
  CHECK(is_gate_file(".pre-commit-config.yaml"));
  CHECK(is_gate_file(".husky/pre-commit"));
  CHECK_FALSE(is_gate_file("src/.github/workflows/x.yml"));
  CHECK_FALSE(is_gate_file("docs/.leaksieve.toml"));
  CHECK_FALSE(is_gate_file("app.py"));
}

}  // namespace leaksieve
