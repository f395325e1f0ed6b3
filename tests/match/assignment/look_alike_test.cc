#include "scanner/match/assignment/look_alike.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "scanner/rules/shape.h"

namespace leaksieve {

TEST_CASE("is_look_alike: no secret whatever the name") {
  for (const std::string_view value : {"",
                                       "/etc/ssl/private",
                                       "./keys/a",
                                       "C:\\keys\\a",
                                       "server.key",
                                       "https://a.b/c",
                                       "1.2.3",
                                       "2024-01-31",
                                       "10.0.0.1",
                                       "0x1f",
                                       "^[a-z]+$",
                                       "\\w+\\d",
                                       "string",
                                       "true",
                                       "Enter your password",
                                       "<b>x</b>",
                                       "shop@shop-prod.net",
                                       "%s:%s",
                                       "{0}",
                                       "{user}",
                                       "ENC[abc]",
                                       "data:image/png",
                                       "\\x65\\x78\\x74",
                                       "$2b$12$abc",
                                       "pk_live_abc",
                                       "Пароль",
                                       "$username-x",
                                       "26,320,32;",
                                       "10006,\\",
                                       "fd:0",
                                       "$_[1]",
                                       "KEYID/20240131/us-east-1/s3/aws4_request"}) {
    CAPTURE(value);
    CHECK(is_look_alike(value));
  }
  CHECK(
      is_look_alike(std::string("ab\x01"
                                "cd")));
}

TEST_CASE("is_look_alike: what a generator or a person makes is none") {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    for (const std::string_view shape : {"{alnum:20}", "{hex:40}", "{base64url:43}",
                                         "{lower:6}{digit:4}", "{alnum:8}!{digit:2}"}) {
      const std::string value = expand_shape(shape, seed).value();
      CAPTURE(value);
      CHECK_FALSE(is_look_alike(value));
    }
  }
}

TEST_CASE("repeats_name") {
  CHECK(repeats_name("apiKey", "api_key"));
  CHECK(repeats_name("my-api-key", "API_KEY"));
  CHECK(repeats_name("password", "db.password"));
  CHECK(repeats_name("--", "password"));
  CHECK_FALSE(repeats_name("orange", "password"));
  CHECK_FALSE(repeats_name("pw", "password"));
}

TEST_CASE("is_identifier: words of code, not random letters") {
  for (const std::string_view value : {"some_name", "someName", "SOME-NAME",
                                       "a.b.customer", "user_pass_2", "invalid"}) {
    CAPTURE(value);
    CHECK(is_identifier(value));
  }
  for (const std::string_view value : {"", "1234", "xk2qv9zjw4", "a b", "xkqvzjwpt"}) {
    CAPTURE(value);
    CHECK_FALSE(is_identifier(value));
  }
}

TEST_CASE("is_uuid") {
  CHECK(is_uuid(expand_shape("{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}", 1).value()));
  CHECK_FALSE(is_uuid(expand_shape("{hex:36}", 1).value()));
  CHECK_FALSE(is_uuid(""));
}

}  // namespace leaksieve
