#include "scanner/match/validators/json_token.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("a token with JSON inside") {
  const auto check = [](std::string_view shape) {
    return verdict_of(check_json_token, made(shape));
  };
  SUBCASE("that has the fields of its kind is proven") {
    for (const std::string_view shape :
         {"sntrys_{from}{open}\"iat\":1,\"url\":\"u\",\"org\":\"o\"{close}{as-base64}_"
          "{base64:43}",
          "glc_{from}{open}\"o\":\"1\",\"n\":\"x\",\"k\":\"{alnum:24}\"{close}{as-"
          "base64}",
          "{from}{open}\"k\":\"{alnum:32}\",\"n\":\"x\",\"id\":1{close}{as-base64}"}) {
      CAPTURE(shape);
      const Verdict verdict = check(shape);
      CHECK(verdict.accept);
      CHECK(verdict.confidence == Confidence::proven);
    }
  }
  SUBCASE("that has others is doubtful with a prefix") {
    CHECK(check("glc_{from}{open}\"a\":\"{alnum:40}\"{close}{as-base64}").confidence ==
          Confidence::medium);
    CHECK(check("sntrys_eyJ{alnum:100}_{alnum:43}").confidence == Confidence::medium);
  }
  SUBCASE("and dropped without one") {
    CHECK_FALSE(check("{from}{open}\"k\":\"{alnum:40}\"{close}{as-base64}").accept);
    CHECK_FALSE(check("eyJrIjoi{alnum:80}").accept);
    CHECK_FALSE(check("glc_eyJ" + std::string(80, 'x')).accept);
  }
}

}  // namespace leaksieve
