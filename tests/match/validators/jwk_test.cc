#include "scanner/match/validators/jwk.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {
namespace {

Verdict in(const std::string& text) {
  const std::uint64_t begin = text.find("\"kty");
  const std::uint64_t end = text.find_first_of(",}", begin);
  const ByteSpan match{begin, end};
  return check_jwk({text, match, match});
}

}  // namespace

TEST_CASE("a JSON Web Key") {
  const std::string d = made("{base64url:43}");
  SUBCASE("with a private part, before or after its kind") {
    for (const std::string& text :
         {"{\"kty\":\"EC\",\"crv\":\"P-256\",\"d\":\"" + d + "\",\"x\":\"a\"}",
          "{ \"d\" : \"" + d + "\",\n \"kty\" : \"OKP\" }",
          "{\\\"kty\\\":\\\"RSA\\\",\\\"d\\\":\\\"" + d + "\\\"}"}) {
      CAPTURE(text);
      const Verdict verdict = in(text);
      REQUIRE(verdict.accept);
      CHECK(bytes_of(text, *verdict.secret) == d);
      CHECK(verdict.match->begin <= verdict.secret->begin);
      CHECK(verdict.match->end >= verdict.secret->end);
    }
  }
  SUBCASE("that is symmetric") {
    CHECK(in("{\"kty\":\"oct\",\"k\":\"" + d + "\"}").accept);
    CHECK_FALSE(in("{\"kty\":\"oct\",\"d\":\"" + d + "\"}").accept);
  }
  SUBCASE("that is public is dropped") {
    CHECK_FALSE(in("{\"kty\":\"EC\",\"x\":\"" + d + "\",\"y\":\"" + d + "\"}").accept);
    CHECK_FALSE(in("\"kty\":\"EC\",\"kty\":\"EC\",\"d\":\"" + d + "\"").accept);
    CHECK_FALSE(in("{\"kty\":\"RSA\",\"e\":\"AQAB\"},{\"d\":\"" + d + "\"}").accept);
  }
  SUBCASE("with a placeholder is dropped") {
    CHECK_FALSE(in("{\"kty\":\"EC\",\"d\":\"...\"}").accept);
    CHECK_FALSE(in("{\"kty\":\"EC\",\"d\":\"" + std::string(43, 'x') + "\"}").accept);
  }
  SUBCASE("cut anywhere does not matter") {
    const std::string text = "{\"kty\":\"EC\",\"d\":\"" + d + "\"}";
    for (std::size_t end = 12; end < text.size() - 2; ++end) {
      CHECK_FALSE(in(text.substr(0, end)).accept);
    }
  }
}

}  // namespace leaksieve
