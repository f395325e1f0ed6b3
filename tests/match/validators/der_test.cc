#include "scanner/match/validators/der.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {
namespace {

std::string sequence(const std::string& body) {
  return std::string("\x30\x82") + static_cast<char>(body.size() >> 8) +
         static_cast<char>(body.size() & 255) + body;
}

const std::string kZero("\x02\x01\x00", 3);

}  // namespace

TEST_CASE("has_der_length") {
  CHECK(has_der_length(sequence(std::string(300, 'x'))) == true);
  CHECK(has_der_length(sequence(std::string(300, 'x')) + "y") == false);
  CHECK(has_der_length(std::string("\x30\x06") + "123456") == true);
  CHECK(has_der_length(std::string("\x30\x80") + "123456") == false);
  CHECK(has_der_length(std::string("\x30\x84") + "123456") == false);
  CHECK_FALSE(has_der_length("12345678").has_value());
  CHECK_FALSE(has_der_length("").has_value());
}

TEST_CASE("is_der_private_key") {
  const std::string rest(200, 'x');
  CHECK(is_der_private_key(sequence(kZero + "\x02" + rest)));
  CHECK(is_der_private_key(sequence(kZero + "\x30" + rest)));
  CHECK(is_der_private_key(sequence(std::string("\x02\x01\x01\x04") + rest)));
  SUBCASE("no certificate, no public key") {
    CHECK_FALSE(is_der_private_key(sequence("\x30" + rest)));
    CHECK_FALSE(is_der_private_key(sequence(std::string("\x02\x02\x01") + rest)));
    CHECK_FALSE(is_der_private_key(sequence(std::string("\x02\x01\x02\x30") + rest)));
  }
  SUBCASE("none of another length") {
    CHECK_FALSE(is_der_private_key(sequence(kZero + "\x02" + rest) + "x"));
    CHECK_FALSE(is_der_private_key(""));
    CHECK_FALSE(is_der_private_key(std::string("\x30\x03") + kZero));
  }
}

}  // namespace leaksieve
