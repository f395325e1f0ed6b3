#include "scanner/match/validators/base64.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("decode_base64") {
  CHECK(decode_base64("") == "");
  CHECK(decode_base64("aGVsbG8=") == "hello");
  CHECK(decode_base64("aGVsbG8") == "hello");
  CHECK(decode_base64("-_8") == "\xfb\xff");
  CHECK(decode_base64("+/8=") == "\xfb\xff");
  CHECK_FALSE(decode_base64("aGVsbG8aX").has_value());
  CHECK_FALSE(decode_base64("a b=").has_value());
}

}  // namespace leaksieve
