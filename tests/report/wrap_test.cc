#include "scanner/report/wrap.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {

TEST_CASE("columns_of counts characters") {
  CHECK(columns_of("") == 0);
  CHECK(columns_of("caf\u00e9\u2026") == 5);
}

TEST_CASE("wrapped") {
  CHECK(wrapped("one two three", 0, 2, 0) == "one two three");
  CHECK(wrapped("one two three", 9, 2, 0) == "one two\n  three");
  CHECK(wrapped("one two three", 9, 2, 4) == "one\n  two\n  three");
  CHECK(wrapped("a-word-that-is-longer-than-that b", 9, 2, 2) ==
        "a-word-that-is-longer-than-that\n  b");
  CHECK(wrapped("caf\u00e9 \u00e9t\u00e9", 8, 0, 0) == "caf\u00e9 \u00e9t\u00e9");
  CHECK(wrapped("", 8, 2, 0) == "");
}

}  // namespace leaksieve
