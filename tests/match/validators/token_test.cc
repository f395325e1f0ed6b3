#include "scanner/match/validators/token.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("a token") {
  SUBCASE("that is random passes as the rule has it") {
    const Verdict verdict = verdict_of(check_token, made("re_{alnum:8}_{alnum:24}"));
    CHECK(verdict.accept);
    CHECK_FALSE(verdict.severity.has_value());
  }
  SUBCASE("that somebody typed does not") {
    for (const std::string_view secret :
         {"re_xxxxxxxx_xxxxxxxxxxxxxxxxxxxxxxxx", "re_your_api_key_goes_here",
          "da2-abcdefghijklmnopqrstuvwxyz", "re_validate_authenticationproviderxx"}) {
      CAPTURE(secret);
      CHECK_FALSE(verdict_of(check_token, secret).accept);
    }
  }
  SUBCASE("with few different characters has medium confidence") {
    const std::string secret =
        "re_" + made("{digit:6}") + "aB_" + made("{digit:22}") + "Zq";
    const Verdict verdict = verdict_of(check_token, secret);
    if (verdict.accept) CHECK(verdict.confidence == Confidence::medium);
  }
}

TEST_CASE("a lone token") {
  const std::string token = made("cio{alnum:32}");
  for (const std::string_view around : {"|", "=|", "\"|\"", " | ", "key: |\n"}) {
    CAPTURE(around);
    const std::size_t at = around.find('|');
    const std::string text =
        std::string(around.substr(0, at)) + token + std::string(around.substr(at + 1));
    CHECK(verdict_of(check_lone_token, text, token).accept);
  }
  for (const std::string_view text : {"+", "/"}) {
    CHECK_FALSE(verdict_of(check_lone_token, std::string(text) + token, token).accept);
    CHECK_FALSE(verdict_of(check_lone_token, token + std::string(text), token).accept);
  }
  CHECK_FALSE(verdict_of(check_lone_token, token + "=", token).accept);
  CHECK_FALSE(verdict_of(check_lone_token, "cio" + std::string(32, 'x')).accept);
}

}  // namespace leaksieve
