#include "scanner/match/validators/aws_secret_access_key.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("an AWS secret access key") {
  const std::string secret = made("{base64:40}");
  SUBCASE("under AWS's name passes") {
    const std::string text = "AWS_SECRET_ACCESS_KEY=" + secret;
    const Verdict verdict =
        verdict_of(check_aws_secret_access_key, text, secret, "AWS");
    CHECK(verdict.accept);
    CHECK_FALSE(verdict.confidence.has_value());
  }
  SUBCASE("under another name has medium confidence, unless an id is near") {
    const std::string text = "secret_key = " + secret;
    CHECK(verdict_of(check_aws_secret_access_key, text, secret, "secret").confidence ==
          Confidence::medium);
    const std::string both = made("access_key = AKIAQ{base32:15}\n") + text;
    const Verdict verdict =
        verdict_of(check_aws_secret_access_key, both, secret, "secret");
    CHECK_FALSE(verdict.confidence.has_value());
    CHECK(says(verdict, "beside an access key id"));
  }
  SUBCASE("that is none is dropped") {
    for (const std::string_view shape :
         {"{hex:40}", "{lower:40}", "{base64:30}EXAMPLEKEY",
          "assets/images/Logo2/backgrounds/header12",
          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx1X"}) {
      CAPTURE(shape);
      CHECK_FALSE(verdict_of(check_aws_secret_access_key, made(shape)).accept);
    }
    CHECK_FALSE(verdict_of(check_aws_secret_access_key, secret + "=", secret).accept);
    CHECK_FALSE(verdict_of(check_aws_secret_access_key, "/" + secret, secret).accept);
  }
}

TEST_CASE("an SES SMTP password") {
  CHECK(verdict_of(check_aws_ses_smtp, made("BE{base64:42}")).accept);
  CHECK_FALSE(verdict_of(check_aws_ses_smtp, made("CE{base64:42}")).accept);
  CHECK_FALSE(verdict_of(check_aws_ses_smtp, made("BE{base64:38}")).accept);
}

}  // namespace leaksieve
