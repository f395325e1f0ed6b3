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

TEST_CASE("generic rules: what is said depends on the reach of a validator alone") {
  constexpr std::string_view kShapes[] = {
      "machine api.shop-prod.net login shop password {alnum:20}",
      "CREATE USER shop IDENTIFIED BY '{alnum:12}'",
      "very.long.name.of.a.setting.in.some.file.shop_client_secret = '{alnum:40}'",
      "config.get(\"SHOP_API_TOKEN\", default=\"{alnum:40}\")",
      "password: |{nl}    {alnum:30}{nl}next: 1{nl}",
      "{open}\"name\": \"DB_PASSWORD\",{nl}  \"value\": \"{alnum:20}\"{close}",
      "token = '{alnum:390}'",
      "token = '{alnum:600}'",
      "secret=\\\"{alnum:30}\\\""};
  constexpr std::string_view kAround[] = {" ", "user ", "(\"", "login machine ",
                                          "x", "'"};
  int compared = 0;
  for (const std::string_view shape : kShapes) {
    for (const std::string_view around : kAround) {
      std::string text;
      while (text.size() < 150) text += around;
      text += made(shape);
      while (text.size() < 1500) text += around;
      for (const std::string_view word : {"password", "PASSWORD", "secret", "oken",
                                          "TOKEN", "IDENTIFIED BY", "ecret"}) {
        const std::uint64_t begin = text.find(word);
        if (begin == std::string::npos || begin < kReachBefore) continue;
        const ByteSpan span{begin, begin + word.size()};
        const std::string near =
            text.substr(begin - kReachBefore, kReachBefore + kReachAfter);
        const ByteSpan inside{kReachBefore, kReachBefore + word.size()};
        for (const Validator check : {check_generic_password, check_generic_secret}) {
          const Verdict whole = check({text, span, span});
          const Verdict cut = check({near, inside, inside});
          CAPTURE(text);
          CAPTURE(word);
          CHECK(whole.accept == cut.accept);
          if (!whole.accept || !cut.accept) continue;
          ++compared;
          CHECK(whole.secret->size() == cut.secret->size());
          CHECK(whole.confidence == cut.confidence);
        }
      }
    }
  }
  CHECK(compared > 20);
}

}  // namespace leaksieve
