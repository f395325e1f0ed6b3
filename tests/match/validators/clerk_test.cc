#include "scanner/match/validators/clerk.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("a Clerk key") {
  SUBCASE("of production keeps the rule's severity") {
    const Verdict verdict = verdict_of(check_clerk, made("sk_live_{alnum:42}"));
    CHECK(verdict.accept);
    CHECK_FALSE(verdict.severity.has_value());
  }
  SUBCASE("of development is high") {
    CHECK(verdict_of(check_clerk, made("sk_test_{alnum:42}")).severity ==
          Severity::high);
  }
  SUBCASE("of the old form needs a digit, for tests have such names") {
    CHECK(verdict_of(check_clerk, made("test_4{alnum:33}")).accept);
    CHECK_FALSE(
        verdict_of(check_clerk, "test_createsUserWithClerkSessionAndOrganization")
            .accept);
  }
  SUBCASE("that somebody typed is dropped") {
    CHECK_FALSE(verdict_of(check_clerk, "sk_test_" + std::string(42, 'x')).accept);
  }
}

}  // namespace leaksieve
