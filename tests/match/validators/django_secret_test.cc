#include "scanner/match/validators/django_secret.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

namespace {

// Quoted, as in a settings file.
Verdict of(const std::string& value) {
  const std::string text = "SECRET_KEY = '" + value + "'";
  return verdict_of(check_django_secret, text, value);
}

Verdict bare(const std::string& value) {
  return verdict_of(check_django_secret, "SECRET_KEY=" + value, value);
}

}  // namespace

TEST_CASE("a Django secret key") {
  SUBCASE("as Django generates it passes, whatever it is made of") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
      CAPTURE(seed);
      const Verdict verdict = of(made("{django:50}", seed));
      REQUIRE(verdict.accept);
      CHECK_FALSE(verdict.confidence.has_value());
    }
  }
  SUBCASE("of startproject is medium") {
    CHECK(of(made("django-insecure-{django:50}")).severity == Severity::medium);
  }
  SUBCASE("that a person chose has medium confidence") {
    CHECK(of("mY-app!sign#7x").accept);
    CHECK(of("mY-app!sign#7x").confidence == Confidence::medium);
    CHECK(of("blaubeere-42-kuchen").accept);
  }
  SUBCASE("without quotes passes if it is random") {
    CHECK(bare(made("{alnum:50}")).accept);
    CHECK(bare(made("{hex:32}")).accept);
    for (std::uint64_t seed = 0; seed < 300; ++seed) {  // some have no digit
      CAPTURE(seed);
      REQUIRE(bare(made("{alnum:50}", seed)).accept);
    }
  }
}

TEST_CASE("no Django secret key") {
  for (const std::string_view value :
       {"changeme", "change-me", "insecure-dev-key", "your-secret-key", "SECRET_KEY",
        "development", "not-a-secret", "unsafe-secret-key", "dummy-secret-key",
        "DATABASE_URL", "django-insecure-your-secret-key", "The secret key is not set",
        "/run/secrets/key", "some_setting_name", "https://shop.net/key",
        "xxxxxxxxxxxxxxxxxxxxxxxx"}) {
    CAPTURE(value);
    CHECK_FALSE(of(std::string(value)).accept);
  }
  for (const std::string_view value :
       {"${SECRET_KEY}", "get_random_secret_key()", "settings.SECRET_KEY",
        "os.environ[", "some_module.some_name", "secrets.token_urlsafe(50)"}) {
    CAPTURE(value);
    CHECK_FALSE(bare(std::string(value)).accept);
  }
}

}  // namespace leaksieve
