#include "scanner/base/ascii.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {

TEST_CASE("to_lower") {
  CHECK(to_lower("aZ09_\xc4") == "az09_\xc4");
  CHECK(to_lower("").empty());
}

TEST_CASE("contains_ignoring_case") {
  CHECK(contains_ignoring_case("MY_CLERK_KEY", "clerk"));
  CHECK(contains_ignoring_case("x", ""));
  CHECK_FALSE(contains_ignoring_case("cler", "clerk"));
  CHECK_FALSE(contains_ignoring_case("", "clerk"));
}

TEST_CASE("hex_value") {
  CHECK(hex_value('0') == 0);
  CHECK(hex_value('f') == 15);
  CHECK(hex_value('A') == 10);
  for (const char c : {'g', 'G', '/', ':', '@', '`', '\0', '\xff'}) {
    CHECK(hex_value(c) == -1);
  }
}

TEST_CASE("trimmed") {
  CHECK(trimmed(" \ta b\r") == "a b");
  CHECK(trimmed("a") == "a");
  CHECK(trimmed("\"a\" ", "\" ") == "a");
  CHECK(trimmed("\na\n") == "\na\n");
  const std::string_view blank = " \t";
  CHECK(trimmed(blank).empty());
  CHECK(trimmed(blank).data() == blank.data() + blank.size());
  CHECK(trimmed("").empty());
}

TEST_CASE("take_line") {
  std::string_view rest = "one\n\nlast";
  CHECK(take_line(rest) == "one");
  CHECK(take_line(rest).empty());
  CHECK(take_line(rest) == "last");
  CHECK(rest.empty());
  CHECK(take_line(rest).empty());
}

TEST_CASE("printable") {
  CHECK(printable("a key") == "a key");
  CHECK(printable("\x1b[31mred\n\xc3\xa4") == "?[31mred???");
  CHECK(printable(std::string(300, 'a')) == std::string(200, 'a') + "...");
}

}  // namespace leaksieve
