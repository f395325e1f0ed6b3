#include "scanner/match/validators/generic_secret.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {
namespace {

// What is reported of `text`, where the regex matched `word`.
std::string secret_in(Validator check, const std::string& text, std::string_view word) {
  const std::uint64_t begin = text.find(word);
  const ByteSpan span{begin, begin + word.size()};
  const Verdict verdict = check({text, span, span});
  if (!verdict.accept) return "";
  REQUIRE(verdict.secret);
  REQUIRE(verdict.match);
  CHECK(verdict.match->contains(*verdict.secret));
  CHECK_FALSE(verdict.evidence.empty());
  return std::string(bytes_of(text, *verdict.secret));
}

}  // namespace

TEST_CASE("generic-password and generic-secret share the names between them") {
  const std::string value = made("{alnum:20}");
  const std::string password = "db_password = '" + value + "'";
  CHECK(secret_in(check_generic_password, password, "password") == value);
  CHECK(secret_in(check_generic_secret, password, "password").empty());
  const std::string secret = "client_secret: " + value + "\n";
  CHECK(secret_in(check_generic_secret, secret, "secret") == value);
  CHECK(secret_in(check_generic_password, secret, "secret").empty());
}

TEST_CASE("generic-password: phrases that announce one") {
  const std::string value = made("{alnum:14}");
  CHECK(secret_in(check_generic_password,
                  "$p = ConvertTo-SecureString '" + value + "' -Force",
                  "ConvertTo-SecureString") == value);
  CHECK(secret_in(check_generic_password, "create user a identified by " + value + ";",
                  "identified by ") == value);
  CHECK(secret_in(check_generic_password, "a mesh path identified by " + value + ".",
                  "identified by ")
            .empty());
}

TEST_CASE("generic-secret: a default says that it is one") {
  const std::string text = "t = env('API_TOKEN', '" + made("{alnum:32}") + "')";
  const std::uint64_t begin = text.find("TOKEN");
  const Verdict verdict =
      check_generic_secret({text, {begin, begin + 5}, {begin, begin + 5}});
  REQUIRE(verdict.accept);
  CHECK(says(verdict, "if none is given"));
}

}  // namespace leaksieve
