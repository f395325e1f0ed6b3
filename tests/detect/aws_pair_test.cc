#include "scanner/detect/aws_pair.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/detection.h"

namespace leaksieve {
namespace {

const std::string kKeyId = test::made_up("AKIA{base32:16}", 3);
const std::string kSecret = test::made_up("{base64:40}", 4);
using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("join_aws_pairs: an id and a secret are one critical finding") {
  test::Detection detection;
  const std::string text = "id: " + kKeyId + "\nother: 1\nvalue: " + kSecret + "\n";
  REQUIRE(detection.found(text) == Found{"aws-secret-access-key " + kSecret});
  const Candidate pair = detection.candidates(text)[0];
  CHECK(pair.severity == Severity::critical);
  REQUIRE(pair.related.size() == 1);
  CHECK(pair.related[0].role == "pair");
  CHECK(bytes_of(text, pair.related[0].span) == kKeyId);
}

TEST_CASE("join_aws_pairs: an id alone stays an id") {
  test::Detection detection;
  CHECK(detection.found("id: " + kKeyId + "\n") ==
        Found{"aws-access-key-id " + kKeyId});
}

TEST_CASE("join_aws_pairs: five lines are near, six are not") {
  test::Detection detection;
  const auto text = [&](int lines) {
    return kKeyId + std::string(static_cast<std::size_t>(lines), '\n') +
           "v = " + kSecret;
  };
  CHECK(detection.found(text(5)) == Found{"aws-secret-access-key " + kSecret});
  CHECK(detection.found(text(6)) == Found{"aws-access-key-id " + kKeyId});
}

TEST_CASE("join_aws_pairs: what is no secret is not paired") {
  test::Detection detection;
  for (const std::string& other :
       {std::string("0123456789abcdef0123456789abcdef01234567"),  // a commit id
        kSecret + "A", "/" + kSecret, kSecret + "=", std::string(40, 'A')}) {
    CAPTURE(other);
    CHECK(detection.found(kKeyId + "\nx " + other + "\n") ==
          Found{"aws-access-key-id " + kKeyId});
  }
}

TEST_CASE("join_aws_pairs: a secret that was found by its name is paired, once") {
  test::Detection detection;
  const std::string text =
      "aws_access_key_id = " + kKeyId + "\naws_secret_access_key = " + kSecret + "\n";
  CHECK(detection.found(text) == Found{"aws-secret-access-key " + kSecret});
  CHECK(detection.candidates(text)[0].related.size() == 1);
}

}  // namespace leaksieve
