#include "scanner/match/validators/authorization.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "scanner/base/text_encoding.h"
#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("user and password in base64") {
  const auto check = [](const std::string& text) {
    return verdict_of(check_basic_auth, to_base64(text));
  };
  CHECK(check("deploy:" + made("{alnum:20}")).accept);
  CHECK(check(made("{alnum:30}") + ":").accept);
  CHECK(check(":" + made("{alnum:30}")).accept);
  CHECK(check("shop:k7!Q").confidence == Confidence::medium);
  for (const std::string_view text :
       {"user:password", "deploy:deploy", "deploy:$PASSWORD", "deploy", ":", "a:b",
        "deploy:\x01\x02xxyyzz77", "<user>:<password>"}) {
    CAPTURE(text);
    CHECK_FALSE(check(std::string(text)).accept);
  }
  CHECK_FALSE(verdict_of(check_basic_auth, "required").accept);
  const std::string token = to_base64(R"({"alg":"HS256"})");
  CHECK_FALSE(verdict_of(check_basic_auth, token + ".eyJ", token).accept);
  // The example of RFC 6749, in two parts.
  CHECK_FALSE(
      verdict_of(check_basic_auth, std::string("czZCaGRSa3F0Mz") + "pnWDFmQmF0M2JW")
          .accept);
}

TEST_CASE("user and password as they are") {
  const std::string password = made("{alnum:16}");
  const std::string text = "curl -u deploy:" + password;
  const Verdict verdict = verdict_of(check_user_password, text, "deploy:" + password);
  REQUIRE(verdict.accept);
  CHECK(bytes_of(text, *verdict.secret) == password);
  const std::string special = made("{alnum:3}!{alnum:3}#{alnum:3}");
  const std::string quoted = "shop:'" + special;
  CHECK(bytes_of(quoted, *verdict_of(check_user_password, quoted).secret) == special);
  const std::string token = made("{alnum:24}") + "7";
  CHECK(verdict_of(check_user_password, token + ":").secret->size() == token.size());
  CHECK_FALSE(verdict_of(check_user_password, "deploy:").accept);
  CHECK_FALSE(verdict_of(check_user_password, "developer_account:").accept);
  for (const std::string_view other : {"user:password", "deploy", "deploy:$TOKEN",
                                       "your_username:abcd1234efgh", "deploy:deploy"}) {
    CAPTURE(other);
    CHECK_FALSE(verdict_of(check_user_password, other).accept);
  }
}

TEST_CASE("a password in a command line") {
  CHECK(verdict_of(check_command_line_password, made("{alnum:20}")).accept);
  CHECK(verdict_of(check_command_line_password, "k7!Qm2#tRw").accept);
  for (const std::string_view other :
       {"--verbose", "/run/secrets/pw1", "./token2", "~/.token1", "https://a.b/c1",
        "secret-name", "deploy.key", "NAME_OF_IT", "$TOKEN"}) {
    CAPTURE(other);
    CHECK_FALSE(verdict_of(check_command_line_password, other).accept);
  }
}

TEST_CASE("a bearer token") {
  CHECK(verdict_of(check_bearer, made("{alnum:40}")).accept);
  CHECK_FALSE(verdict_of(check_bearer, "globalSettingsPricingApiKey").accept);
  CHECK_FALSE(verdict_of(check_bearer, "YOUR_ACCESS_TOKEN_GOES_HERE").accept);
  CHECK_FALSE(
      verdict_of(check_bearer, made("eyJ{alnum:20}.eyJ{alnum:40}.{alnum:43}")).accept);
}

}  // namespace leaksieve
