#include "scanner/rules/shape_fields.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {

TEST_CASE("the fields of shapes are known by name") {
  CHECK(find_checksum("crchex")("hello") == "3610a686");
  CHECK(find_checksum("crcHEX")("hello") == "3610A686");
  CHECK_FALSE(static_cast<bool>(find_checksum("as-base64")));
  CHECK(find_encoding("as-base32")("foob") == "MZXW6YQ");
  CHECK_FALSE(static_cast<bool>(find_encoding("crchex")));
  CHECK(find_encoding("as-list")(std::string("\x01\x02\xff")) == "[1,2,255]");
  CHECK(find_class("digit") == "0123456789");
  CHECK(find_class("letters").empty());
  CHECK(find_literal("open") == "{");
  CHECK_FALSE(find_literal("digit").has_value());
}

TEST_CASE("from_hex") {
  CHECK(from_hex("00fFa5") == std::string("\0\xff\xa5", 3));
  CHECK(from_hex("") == "");
  CHECK_FALSE(from_hex("0").has_value());
  CHECK_FALSE(from_hex("0g").has_value());
}

}  // namespace leaksieve
