#include "scanner/match/validators/github.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("a GitHub token") {
  SUBCASE("whose checksum holds is proven") {
    for (const std::string_view shape :
         {"ghp_{alnum:30}{crc62}", "ghs_{alnum:30}{crc62}", "ghr_{alnum:70}{crc62}",
          "github_pat_{alnum:22}_{alnum:43}{sha32}{alnum:8}"}) {
      CAPTURE(shape);
      const Verdict verdict = verdict_of(check_github, made(shape));
      CHECK(verdict.accept);
      CHECK(verdict.confidence == Confidence::proven);
      CHECK(says(verdict, "checksum valid"));
    }
  }
  SUBCASE("whose checksum does not is kept with medium confidence") {
    for (const std::string_view shape :
         {"ghp_{alnum:36}", "github_pat_{alnum:22}_{alnum:59}"}) {
      CAPTURE(shape);
      const Verdict verdict = verdict_of(check_github, made(shape));
      CHECK(verdict.accept);
      CHECK(verdict.confidence == Confidence::medium);
      CHECK(says(verdict, "checksum does not match"));
    }
  }
  SUBCASE("that somebody typed is dropped") {
    CHECK_FALSE(verdict_of(check_github, "ghp_" + std::string(36, 'x')).accept);
  }
}

}  // namespace leaksieve
