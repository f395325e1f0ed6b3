#include "scanner/report/dump.h"

#include <doctest/doctest.h>

#include <ostream>

using namespace leaksieve;
using Json = nlohmann::ordered_json;

TEST_CASE("dump_json") {
  SUBCASE("keeps the order of the keys") {
    CHECK(dump_json({{"b", 1}, {"a", 2}}, -1) == "{\"b\":1,\"a\":2}\n");
    CHECK(dump_json({{"b", 1}}, 2) == "{\n  \"b\": 1\n}\n");
  }
  SUBCASE("writes ASCII only") {
    CHECK(dump_json("caf\u00e9 \U0001f511 \u202e \x1b \x7f \u009b", -1) ==
          "\"caf\\u00e9 \\ud83d\\udd11 \\u202e \\u001b \\u007f \\u009b\"\n");
  }
  SUBCASE("replaces what is not UTF-8") {
    CHECK(dump_json("a\xff\xe9z", -1) == "\"a\\ufffd\\ufffdz\"\n");
  }
}
