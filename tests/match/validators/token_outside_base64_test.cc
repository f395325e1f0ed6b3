#include "scanner/match/validators/token_outside_base64.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("a token outside of base64") {
  const std::string token = made("EAA{alnum:120}");
  const auto accepts = [&](const std::string& before, const std::string& after) {
    return verdict_of(check_token_outside_base64, before + token + after, token).accept;
  };
  CHECK(accepts("", ""));
  CHECK(accepts("TOKEN=", "\n"));
  CHECK(accepts("\"", "\""));
  CHECK_FALSE(accepts("+", ""));
  CHECK_FALSE(accepts("/", ""));
  CHECK_FALSE(accepts("\"", "+"));
  CHECK_FALSE(accepts("\"", "/"));
  CHECK_FALSE(accepts("\"", "=="));
  CHECK_FALSE(
      verdict_of(check_token_outside_base64, "EAA" + std::string(120, 'x')).accept);
}

}  // namespace leaksieve
