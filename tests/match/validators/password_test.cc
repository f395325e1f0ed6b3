#include "scanner/match/validators/password.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("a password by name") {
  SUBCASE("that is long and varied passes") {
    const std::string secret = made("{alnum:16}");
    const Verdict verdict = verdict_of(check_password, "X='" + secret + "'", secret);
    CHECK(verdict.accept);
    CHECK_FALSE(verdict.confidence.has_value());
  }
  SUBCASE("that is short has medium confidence") {
    CHECK(verdict_of(check_password, "k7Qx!").confidence == Confidence::medium);
  }
  SUBCASE("that is none is dropped") {
    for (const std::string_view value :
         {"", "abc", "password", "changeme", "${PASSWORD}", "your-password",
          "get_secret(", "conf[", "<password>", "xxxxxxxx"}) {
      CAPTURE(value);
      CHECK_FALSE(verdict_of(check_password, value).accept);
    }
    // In two parts, as in well_known_test.cc: a sample of nuget.config's documentation.
    CHECK_FALSE(verdict_of(check_password, std::string("33f!!") + "lloppa").accept);
  }
}

TEST_CASE("a connection string") {
  const std::string secret = made("{alnum:16}");
  const auto severity = [&](std::string_view server) {
    const std::string text =
        "Server=" + std::string(server) + ";Password=" + secret + ";";
    return verdict_of(check_connection_string, text, secret, "Server").severity;
  };
  CHECK_FALSE(severity("db.shop-prod.net,1433").has_value());
  CHECK(severity("localhost") == Severity::medium);
  CHECK(severity("tcp:shop.database.windows.net,1433") == Severity::critical);
}

}  // namespace leaksieve
