#include "scanner/match/validators/pypi.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {
namespace {

// An identifier of 36 bytes and a caveat without a location.
#define IDENTIFIER "{x:0224}{hex:36}{x:00}"
#define CAVEAT "{x:0218}{hex:24}{x:00}"
#define SIGNATURE "{x:00}{x:0620}{byte:32}"

}  // namespace

TEST_CASE("a token of PyPI") {
  SUBCASE("that is a whole macaroon is proven") {
    for (const std::string_view shape :
         {"pypi-{from}{x:020108}pypi.org" IDENTIFIER CAVEAT SIGNATURE "{as-base64url}",
          "pypi-{from}{x:020108}pypi.org" IDENTIFIER CAVEAT CAVEAT SIGNATURE
          "{as-base64url}"}) {
      CAPTURE(shape);
      const Verdict verdict = verdict_of(check_pypi, made(shape));
      CHECK(verdict.accept);
      CHECK(verdict.confidence == Confidence::proven);
      CHECK_FALSE(verdict.severity.has_value());
    }
  }
  SUBCASE("of the test index is of low severity") {
    const Verdict verdict =
        verdict_of(check_pypi,
                   made("pypi-{from}{x:02010d}test.pypi.org" IDENTIFIER CAVEAT SIGNATURE
                        "{as-base64url}"));
    CHECK(verdict.confidence == Confidence::proven);
    CHECK(verdict.severity == Severity::low);
  }
  SUBCASE("that is cut or made up is medium") {
    for (const std::string_view shape :
         {"pypi-AgEIcHlwaS5vcmc{base64url:150}",
          "pypi-{from}{x:020108}pypi.org" IDENTIFIER CAVEAT
          "{x:000620}{byte:31}{as-base64url}",
          "pypi-{from}{x:020108}pypi.org" IDENTIFIER CAVEAT SIGNATURE
          "{x:00}{as-base64url}",
          "pypi-{from}{x:010108}pypi.org" IDENTIFIER CAVEAT SIGNATURE "{as-base64url}",
          "pypi-{from}{x:020108}pypi.org{x:02ffffffffffff}{hex:90}{as-base64url}"}) {
      CAPTURE(shape);
      const Verdict verdict = verdict_of(check_pypi, made(shape));
      CHECK(verdict.accept);
      CHECK(verdict.confidence == Confidence::medium);
    }
  }
  SUBCASE("that somebody typed is dropped") {
    CHECK_FALSE(
        verdict_of(check_pypi, "pypi-AgEIcHlwaS5vcmc" + std::string(120, 'x')).accept);
    CHECK_FALSE(verdict_of(check_pypi, "").accept);
  }
}

}  // namespace leaksieve
