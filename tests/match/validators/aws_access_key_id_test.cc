#include "scanner/match/validators/aws_access_key_id.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("an AWS access key id") {
  SUBCASE("names its account") {
    // Q is 10000 in binary: its top bit is not part of the account, and the account is
    // 0 0 ... 0 with what follows all A.
    const Verdict verdict =
        verdict_of(check_aws_access_key_id, made("AKIAQ{base32:15}"));
    CHECK(verdict.accept);
    CHECK_FALSE(verdict.confidence.has_value());
    CHECK(says(verdict, "account "));
    CHECK(verdict.evidence.front().size() ==
          std::string("account 123456789012").size());
  }
  SUBCASE("with an account that cannot exist has low confidence") {
    const Verdict verdict =
        verdict_of(check_aws_access_key_id, made("AKIA77{base32:14}"));
    CHECK(verdict.accept);
    CHECK(verdict.confidence == Confidence::low);
  }
  SUBCASE("from before 2019 names none") {
    const Verdict verdict =
        verdict_of(check_aws_access_key_id, made("AKIAI{base32:15}"));
    CHECK(verdict.accept);
    CHECK(verdict.evidence.empty());
  }
  SUBCASE("of the documentation, or typed, is dropped") {
    for (const std::string_view shape :
         {"AKIA{base32:9}EXAMPLE", "AKIAXXXXXXXXXXXXXXXX", "AKIAABCDEFGHIJKLMNOP"}) {
      CAPTURE(shape);
      CHECK_FALSE(verdict_of(check_aws_access_key_id, made(shape)).accept);
    }
  }
  SUBCASE("is none inside a long base64 text") {
    const std::string id = made("AKIAQ{base32:15}");
    const std::string text = made("{base64:60}/", 2) + id + made("+{base64:60}", 3);
    CHECK_FALSE(verdict_of(check_aws_access_key_id, text, id).accept);
  }
}

}  // namespace leaksieve
