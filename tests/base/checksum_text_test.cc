#include "scanner/base/checksum_text.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {

TEST_CASE("crc62") {
  CHECK(crc62("hello") == "0zNvy2");
  CHECK(crc62("") == "000000");
}

TEST_CASE("sha32") { CHECK(sha32("hello") == "FTZE3OS7"); }

}  // namespace leaksieve
