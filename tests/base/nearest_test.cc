#include "scanner/base/nearest.h"

#include <doctest/doctest.h>

#include <array>
#include <ostream>
#include <string>

namespace leaksieve {

TEST_CASE("nearest") {
  constexpr std::array<std::string_view, 5> kNames = {
      "min_confidence", "fail_on", "stripe-secret-key", "clerk-secret-key", "ab"};
  CHECK(nearest("min_confidnce", kNames) == "min_confidence");
  CHECK(nearest("fial_on", kNames) == "fail_on");
  CHECK(nearest("Fail_On", kNames) == "fail_on");
  CHECK(nearest("stripe", kNames) == "stripe-secret-key");
  CHECK(nearest("secret-key", kNames) == "stripe-secret-key");
  CHECK(nearest("clerk-secrt-key", kNames) == "clerk-secret-key");
  // Nothing is called nearly so; two letters that both differ are another name.
  CHECK(nearest("threads", kNames).empty());
  CHECK(nearest("xy", kNames).empty());
  CHECK(nearest("", kNames).empty());
  CHECK(nearest(std::string(100000, 'a'), kNames).empty());
  CHECK(nearest("a", {}).empty());
}

}  // namespace leaksieve
