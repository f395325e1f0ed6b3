#include "scanner/detect/key_owner.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/detection.h"

namespace leaksieve {

TEST_CASE("decide_key_owner") {
  test::Detection detection;
  struct Row {
    std::string shape;
    std::string owner;
  };
  for (const Row& row : {
           Row{"KEY=sk_live_{alnum:42}", "clerk-secret-key"},
           Row{"STRIPE_KEY=sk_live_{alnum:42}", "stripe-secret-key"},
           Row{"KEY=sk_live_{alnum:24}", "stripe-secret-key"},
           Row{"KEY=sk_live_51{alnum:97}", "stripe-secret-key"},
           Row{"import { Clerk } from '@clerk/x';\nconst k = 'sk_test_{alnum:32}';",
               "clerk-secret-key"},
           Row{"use('@clerk/x'); use('stripe');\nconst k = 'sk_test_{alnum:32}';",
               "stripe-secret-key"},
       }) {
    CAPTURE(row.shape);
    std::string shape = row.shape;
    // A brace that is not a field of the shape.
    if (const auto at = shape.find("{ Clerk }"); at != std::string::npos) {
      shape.replace(at, 9, "Clerk");
    }
    const std::string text = test::made_up(shape);
    const auto found = detection.found(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].starts_with(row.owner + " "));
  }
}

TEST_CASE("decide_key_owner keeps the grade of a key of test mode") {
  test::Detection detection;
  const auto severity = [&](std::string_view shape) {
    const auto found = detection.candidates(test::made_up(shape));
    REQUIRE(found.size() == 1);
    return found[0].severity;
  };
  CHECK(severity("STRIPE_KEY=sk_live_{alnum:42}") == Severity::critical);
  CHECK(severity("STRIPE_KEY=sk_test_{alnum:42}") < Severity::critical);
  CHECK(severity("use('@clerk/x');\nkey = 'sk_test_{alnum:32}'") < Severity::critical);
}

}  // namespace leaksieve
