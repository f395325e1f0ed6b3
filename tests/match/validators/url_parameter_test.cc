#include "scanner/match/validators/url_parameter.h"

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

}  // namespace

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
