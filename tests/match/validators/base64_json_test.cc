#include "scanner/match/validators/base64_json.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "scanner/base/text_encoding.h"

namespace leaksieve {

TEST_CASE("json_object_of_base64") {
  CHECK(json_object_of_base64(to_base64("{\"a\":1}")).value()["a"] == 1);
  CHECK(json_object_of_base64(to_base64url("{\"a\":1}")).has_value());
  CHECK_FALSE(json_object_of_base64("").has_value());
  CHECK_FALSE(json_object_of_base64("{}").has_value());
  CHECK_FALSE(json_object_of_base64(to_base64("[1]")).has_value());
  CHECK_FALSE(json_object_of_base64(to_base64("{\"a\":")).has_value());
  CHECK_FALSE(json_object_of_base64(to_base64("{\"a\":\"\xff\"}")).has_value());
  SUBCASE("however deep") {
    const std::string deep = "{\"a\":" + std::string(11000, '[');
    CHECK_FALSE(json_object_of_base64(to_base64(deep)).has_value());
    const std::string closed =
        "{\"a\":" + std::string(5000, '[') + std::string(5000, ']') + "}";
    CHECK(json_object_of_base64(to_base64(closed)).has_value());
  }
  SUBCASE("but not however long") {
    const std::string large = "{\"a\":\"" + std::string(20000, 'x') + "\"}";
    CHECK_FALSE(json_object_of_base64(to_base64(large)).has_value());
  }
}

}  // namespace leaksieve
