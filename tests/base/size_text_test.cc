#include "scanner/base/size_text.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {

TEST_CASE("parse_size") {
  CHECK(parse_size("1000") == 1000);
  CHECK(parse_size("64K") == 64 << 10);
  CHECK(parse_size("256M") == 256 << 20);
  CHECK(parse_size("1G") == 1 << 30);
  for (const char* text :
       {"", "0", "K", "1T", "-1", "1.5M", "99999999999999999999", "99999999999999G"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_size(text));
  }
}

}  // namespace leaksieve
