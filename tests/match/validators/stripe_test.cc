#include "scanner/match/validators/stripe.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("a Stripe key") {
  CHECK_FALSE(
      verdict_of(check_stripe, made("sk_live_51{alnum:97}")).severity.has_value());
  CHECK(verdict_of(check_stripe, made("sk_test_{alnum:24}")).severity ==
        Severity::medium);
  CHECK(verdict_of(check_stripe, made("rk_test_{alnum:24}")).severity ==
        Severity::medium);
  CHECK_FALSE(verdict_of(check_stripe, "sk_test_" + std::string(24, 'x')).accept);
}

}  // namespace leaksieve
