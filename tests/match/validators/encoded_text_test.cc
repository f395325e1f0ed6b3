#include "scanner/match/validators/encoded_text.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("a personal access token of Atlassian Data Center") {
  for (const std::string_view shape : {"{from}{digit:12}:{byte:20}{as-base64}",
                                       "BBDC-{from}{digit:12}:{byte:20}{as-base64}"}) {
    CAPTURE(shape);
    CHECK(verdict_of(check_atlassian_data_center, made(shape)).confidence ==
          Confidence::proven);
  }
  CHECK(verdict_of(check_atlassian_data_center, made("BBDC-{base64:44}")).confidence ==
        Confidence::medium);
  for (const std::string_view shape :
       {"NDE2{base64:40}", "{from}{digit:12}:{byte:19}{as-base64}",
        "{from}{digit:12};{byte:20}{as-base64}", "{from}{digit:33}{as-base64}",
        "{from}{digit:9}:{byte:23}{as-base64}", ""}) {
    CAPTURE(shape);
    CHECK_FALSE(verdict_of(check_atlassian_data_center, made(shape)).accept);
  }
  CHECK_FALSE(
      verdict_of(check_atlassian_data_center, "BBDC-" + std::string(44, 'x')).accept);
}

TEST_CASE("a reference token of JFrog") {
  const Verdict verdict = verdict_of(
      check_jfrog_reference, made("{from}reftkn:01:{digit:10}:{alnum:27}{as-base64}"));
  CHECK(verdict.confidence == Confidence::proven);
  CHECK(says(verdict, "reference token"));
  for (const std::string_view shape :
       {"cmVmdGtuOj{alnum:54}", "{from}reftkn:01:{digit:10};{alnum:27}{as-base64}",
        "{from}reftkn:02:{digit:10}:{alnum:27}{as-base64}",
        "{from}reftkn:01:{digit:38}{as-base64}",
        "{from}reftkn:01:{digit:10}:xxxxxxxxxxxxxxxxxxxxxxxxxxx{as-base64}", ""}) {
    CAPTURE(shape);
    CHECK_FALSE(verdict_of(check_jfrog_reference, made(shape)).accept);
  }
}

}  // namespace leaksieve
