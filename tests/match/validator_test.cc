#include "scanner/match/validator.h"

#include <doctest/doctest.h>

namespace leaksieve {

TEST_CASE("find_validator") {
  CHECK(static_cast<bool>(find_validator("github")));
  CHECK(static_cast<bool>(find_validator("token")));
  CHECK_FALSE(static_cast<bool>(find_validator("")));
  CHECK_FALSE(static_cast<bool>(find_validator("no-such-check")));
}

}  // namespace leaksieve
