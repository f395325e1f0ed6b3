#include "scanner/match/validators/http_authorization.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {
namespace {

Verdict at(Validator check, std::string_view text, std::string_view match) {
  const std::uint64_t begin = text.find(match);
  REQUIRE(begin != std::string_view::npos);
  const ByteSpan span{begin, begin + match.size()};
  return check({text, span, span});
}

std::string secret_of(Validator check, const std::string& text,
                      std::string_view match) {
  const Verdict verdict = at(check, text, match);
  return verdict.accept ? std::string(bytes_of(text, verdict.secret.value())) : "";
}

// RFC 4648, for the tests: the length must be a multiple of 3.
std::string base64(std::string_view bytes) {
  constexpr char kDigits[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i + 2 < bytes.size(); i += 3) {
    const unsigned n = static_cast<unsigned char>(bytes[i]) << 16U |
                       static_cast<unsigned char>(bytes[i + 1]) << 8U |
                       static_cast<unsigned char>(bytes[i + 2]);
    for (const unsigned shift : {18U, 12U, 6U, 0U}) out += kDigits[n >> shift & 63U];
  }
  return out;
}

}  // namespace

TEST_CASE("http-authorization: Basic holds a user and a password") {
  const std::string pair = base64("deploy:" + made("{alnum:11}"));
  CHECK(secret_of(check_http_authorization, "Authorization: Basic " + pair + "\r\n",
                  "Basic") == pair);
  for (const std::string_view other :
       {"no colon in here", "user:password!!!", "deploy1:deploy1"}) {
    CAPTURE(other);
    const Verdict verdict =
        at(check_http_authorization, "Basic " + base64(other) + "\n", "Basic");
    CHECK((!verdict.accept || verdict.confidence == Confidence::low));
  }
  CHECK_FALSE(at(check_http_authorization, "Basic authentication", "Basic").accept);
}

TEST_CASE("http-authorization: Bearer and Token hold what looks generated") {
  const std::string token = made("{alnum:40}");
  CHECK(secret_of(check_http_authorization, "\"Bearer " + token + "\"", "Bearer") ==
        token);
  CHECK(secret_of(check_http_authorization, "Authorization: Token " + token + "'",
                  "Authorization") == token);
  CHECK_FALSE(
      at(check_http_authorization, "Bearer authentication-required-here", "Bearer")
          .accept);
  CHECK_FALSE(
      at(check_http_authorization, "Bearer " + std::string(600, 'a'), "Bearer").accept);
}

TEST_CASE("http-authorization: the user and password that curl is called with") {
  const std::string password = made("{alnum:14}");
  CHECK(secret_of(check_http_authorization,
                  "curl -s -u 'ci:" + password + "' https://a.b", " -u") == password);
  CHECK(secret_of(check_http_authorization, "curl --user ci:" + password + "\n",
                  "--user") == password);
  CHECK_FALSE(at(check_http_authorization, "docker run --user ci:" + password, "--user")
                  .accept);
  CHECK_FALSE(at(check_http_authorization, "curl -u \"$U:$P\" x", " -u").accept);
  CHECK_FALSE(at(check_http_authorization, "curl -u ci:", " -u").accept);
}

TEST_CASE("url-parameter: a key in a query, a signature of low severity") {
  const std::string key = made("{alnum:32}");
  CHECK(secret_of(check_url_parameter, "https://a.b/?api_key=" + key + "&x=1",
                  "?api_key=") == key);
  const Verdict signature =
      at(check_url_parameter, "https://a.b/?sig=" + made("{base64url:43}"), "?sig=");
  REQUIRE(signature.accept);
  CHECK(signature.severity == Severity::low);
  CHECK_FALSE(
      at(check_url_parameter, "https://a.b/?key=frequent-questions", "?key=").accept);
  CHECK_FALSE(at(check_url_parameter, "?token=", "?token").accept);
}

}  // namespace leaksieve
