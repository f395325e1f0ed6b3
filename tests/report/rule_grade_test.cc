#include "scanner/report/rule_grade.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>

#include "scanner/rules/builtin_rules.h"

namespace leaksieve {
namespace {

std::string_view grade(std::string_view id) {
  const auto rules = builtin_rules();
  const auto rule = std::find_if(rules.begin(), rules.end(),
                                 [&](const Rule& r) { return r.id == id; });
  REQUIRE(rule != rules.end());
  return name_of(grade_of(*rule));
}

}  // namespace

TEST_CASE("grade_of") {
  CHECK(grade("github-pat") == "checksum");
  CHECK(grade("clerk-secret-key") == "structure");
  CHECK(grade("generic-password") == "name");
  CHECK(grade("env-file") == "name");
}

}  // namespace leaksieve
