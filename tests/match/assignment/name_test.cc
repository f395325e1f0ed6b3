#include "scanner/match/assignment/name.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string_view>

namespace leaksieve {

TEST_CASE("kind_of_name: the word of the lexicon, in every way of writing") {
  for (const std::string_view name :
       {"password", "DB_PASSWORD", "dbPassword", "db-password", "PGPASSWORD",
        "dbpassword", "spring.datasource.password", "settings.DB_PASSWORD", "password1",
        "userPwd", "SMTP_PASS", "passphrase", "passwordConfirmation", "key_password"}) {
    CAPTURE(name);
    CHECK(kind_of_name(name) == NameKind::password);
  }
  for (const std::string_view name :
       {"secret", "clientSecret", "CLIENT_SECRET", "client-secret", "secretKey",
        "clerkSecretKey", "PRIVATE_KEY", "encryption_key", "credentials",
        "sessionsecret", "SECRET_KEY_BASE", "awsSecretAccessKey"}) {
    CAPTURE(name);
    CHECK(kind_of_name(name) != NameKind::none);
    CHECK(kind_of_name(name) != NameKind::password);
    CHECK(kind_of_name(name) != NameKind::weak);
  }
  for (const std::string_view name :
       {"token", "access_token", "apiKey", "API_KEY", "APIKey", "X-Api-Key",
        "authToken", "_authToken", "resetPasswordToken"}) {
    CAPTURE(name);
    CHECK(kind_of_name(name) == NameKind::token);
  }
  CHECK(kind_of_name("STRIPE_KEY") == NameKind::weak);
  CHECK(kind_of_name("auth") == NameKind::weak);
}

TEST_CASE("kind_of_name: something about a secret is no secret") {
  for (const std::string_view name : {"password_field",
                                      "token_count",
                                      "secret_name",
                                      "passwordMinLength",
                                      "tokenUrl",
                                      "max_tokens",
                                      "nextToken",
                                      "hashed_password",
                                      "passwordHash",
                                      "passwordhash",
                                      "public_key",
                                      "primaryKey",
                                      "keyId",
                                      "has_password",
                                      "tokenType",
                                      "secretArn",
                                      "password.length",
                                      "token.user",
                                      "API_KEY_FILE",
                                      "password_reset_url",
                                      "GRAYLOG_SHA256_PASSWORD"}) {
    CAPTURE(name);
    CHECK(kind_of_name(name) == NameKind::none);
  }
}

TEST_CASE("kind_of_name: words that only look alike") {
  for (const std::string_view name :
       {"", "monkey", "author", "compass", "bypass", "secretary", "keyboard",
        "passenger", "tokenizer", "tokens", "accessor", "___", "host"}) {
    CAPTURE(name);
    CHECK(kind_of_name(name) == NameKind::none);
  }
}

}  // namespace leaksieve
