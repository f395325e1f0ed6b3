#include "scanner/detect/logs/names.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve::logs {

TEST_CASE("grade_name: names of secrets") {
  for (const std::string_view name :
       {"password",     "db_password",    "userPassword",     "PASSWD",
        "passphrase",   "clientSecret",   "CLERK_SECRET_KEY", "api_key",
        "apiKey",       "APIKey",         "apikey",           "private_key_pem",
        "accessToken",  "refresh_token",  "githubToken",      "jwt",
        "credentials",  "conn_str",       "connectionString", "signing_key",
        "masterKey",    "webhook_secret", "seed_phrase",      "password2",
        "secret_value", "new_password",   "dbpass",           "smtp_pass",
        "authHeader",   "recovery_codes"}) {
    CAPTURE(name);
    CHECK(grade_name(name, NameUse::variable) == NameGrade::secret);
  }
}

TEST_CASE("grade_name: names that need a sign, or a flow") {
  for (const std::string_view name :
       {"token", "auth", "authorization", "otp", "dsn", "my_token"}) {
    CAPTURE(name);
    CHECK(grade_name(name, NameUse::variable) == NameGrade::hint);
  }
  CHECK(grade_name("key", NameUse::variable) == NameGrade::weak);
  CHECK(grade_name("session", NameUse::variable) == NameGrade::weak);
}

TEST_CASE("grade_name: names of something else") {
  for (const std::string_view name : {"token_count",
                                      "tokenType",
                                      "nextToken",
                                      "page_token",
                                      "tokens",
                                      "max_tokens",
                                      "password_hash",
                                      "hashedPassword",
                                      "passwordMD5",
                                      "encryptedPassword",
                                      "secret_name",
                                      "secretArn",
                                      "secret_id",
                                      "key_id",
                                      "public_key",
                                      "hasPassword",
                                      "is_secret",
                                      "password_required",
                                      "IncorrectPasswordError",
                                      "password_reset_url",
                                      "csrf_token",
                                      "primary_key",
                                      "keyboard",
                                      "monkey",
                                      "author",
                                      "compass",
                                      "passenger",
                                      "secretary",
                                      "hostname",
                                      "password is required",
                                      "",
                                      "password?",
                                      "passwordField",
                                      "tokenExpiresAt"}) {
    CAPTURE(name);
    CHECK(grade_name(name, NameUse::variable) == NameGrade::none);
  }
}

TEST_CASE("grade_name: calls that give a secret and calls that do something") {
  CHECK(grade_name("getPassword", NameUse::call) == NameGrade::secret);
  CHECK(grade_name("fetch_api_key", NameUse::call) == NameGrade::secret);
  CHECK(grade_name("resetPassword", NameUse::call) == NameGrade::none);
  CHECK(grade_name("validate_token", NameUse::call) == NameGrade::none);
}

TEST_CASE("grade_name: settings") {
  CHECK(grade_name("STRIPE_KEY", NameUse::setting) == NameGrade::secret);
  CHECK(grade_name("X_TOKEN", NameUse::setting) == NameGrade::secret);
  CHECK(grade_name("DATABASE_URL", NameUse::setting) == NameGrade::hint);
  CHECK(grade_name("CLERK_PUBLISHABLE_KEY", NameUse::setting) == NameGrade::none);
  CHECK(grade_name("NODE_ENV", NameUse::setting) == NameGrade::none);
}

TEST_CASE("find_sensitive_word") {
  CHECK(find_sensitive_word("int main() { puts(\"hi\"); }") == std::string_view::npos);
  CHECK(find_sensitive_word("x PASSWORD") == 2);
  CHECK(may_name_secret("pw"));
  CHECK_FALSE(may_name_secret("total"));
}

TEST_CASE("grade_name is bounded") {
  CHECK(grade_name(std::string(1000000, 'a') + "_password", NameUse::variable) ==
        NameGrade::none);
}

}  // namespace leaksieve::logs
