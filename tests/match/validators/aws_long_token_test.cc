#include "scanner/match/validators/aws_long_token.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("an AWS session token is taken whole") {
  const std::string token = made("IQoJb3JpZ2lu{base64:1200}=");
  const std::string head = token.substr(0, 92);
  SUBCASE("to its end") {
    const std::string text = "AWS_SESSION_TOKEN=" + token + "\nNEXT=1";
    const Verdict verdict = verdict_of(check_aws_session_token, text, head);
    REQUIRE(verdict.accept);
    CHECK(bytes_of(text, *verdict.secret) == token);
    CHECK(verdict.match->contains(*verdict.secret));
  }
  SUBCASE("over percent escapes") {
    const std::string escaped = head + "%2Babc%2F" + made("{alnum:60}") + "%3D%3D";
    const std::string text = "?X-Amz-Security-Token=" + escaped + "&x=1";
    const Verdict verdict = verdict_of(check_aws_session_token, text, head);
    REQUIRE(verdict.accept);
    CHECK(bytes_of(text, *verdict.secret) == escaped);
  }
  SUBCASE("but not out of the middle of another text") {
    CHECK_FALSE(verdict_of(check_aws_session_token, "abc" + token, head).accept);
    CHECK_FALSE(verdict_of(check_aws_session_token, "abc/" + token, head).accept);
  }
}

TEST_CASE("a Bedrock key") {
  SUBCASE("long-term, names its account") {
    // base64 of "BedrockAPIKey-abcd-at-123456789012:", in two parts
    const std::string key = std::string("ABSKQmVkcm9ja0FQSUtleS1hYmNkLWF0LTEy") +
                            "MzQ1Njc4OTAxMjo" + made("{base64:60}");
    const Verdict verdict = verdict_of(check_aws_bedrock, key);
    CHECK(verdict.accept);
    CHECK(says(verdict, "account 123456789012"));
  }
  SUBCASE("short-term, is taken whole") {
    const std::string key =
        made("bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t{base64:600}");
    const Verdict verdict = verdict_of(check_aws_bedrock, key, key.substr(0, 84));
    REQUIRE(verdict.accept);
    CHECK(verdict.secret->size() == key.size());
  }
}

}  // namespace leaksieve
