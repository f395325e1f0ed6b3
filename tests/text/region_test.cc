#include "scanner/text/region.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {

TEST_CASE("region_of") {
  SUBCASE("counts from 1, the end column is exclusive") {
    CHECK(region_of("abc", {1, 3}) == Region{1, 2, 1, 4});
    CHECK(region_of("a\nbc\n", {2, 4}) == Region{2, 1, 2, 3});
  }
  SUBCASE("a span over lines ends on another line") {
    CHECK(region_of("ab\ncd\nef", {1, 7}) == Region{1, 2, 3, 2});
  }
  SUBCASE("columns count code points, bytes that are none count one each") {
    CHECK(region_of("\xc3\xa4\xf0\x9f\x94\x91x", {6, 7}) == Region{1, 3, 1, 4});
    CHECK(region_of("\xff\xfex", {2, 3}) == Region{1, 3, 1, 4});
    CHECK(region_of("\xe2\x82x", {2, 3}) == Region{1, 3, 1, 4});
  }
}

TEST_CASE("Regions says of every span what one look from the start says") {
  const std::string text = "a\n\xc3\xa4\xf0\x9f\x94\x91x\n\n\xe2\x82 y\xff\n\xc3\xa4z";
  Regions rising(text);
  for (std::uint64_t begin = 0; begin <= text.size(); ++begin) {
    for (std::uint64_t end = begin; end <= text.size(); ++end) {
      CAPTURE(begin);
      CAPTURE(end);
      const Region expected = Regions(text).of({begin, end});
      CHECK(rising.of({begin, end}) == expected);
      Regions falling(text);
      falling.of({text.size(), text.size()});
      CHECK(falling.of({begin, end}) == expected);
    }
  }
}

TEST_CASE("line_at") {
  const std::string text = "one\ntwo\n\nlast";
  CHECK(line_at(text, 0) == "one");
  CHECK(line_at(text, 3) == "one");
  CHECK(line_at(text, 4) == "two");
  CHECK(line_at(text, 8).empty());
  CHECK(line_at(text, text.size()) == "last");
  CHECK(line_at("", 0).empty());
}

TEST_CASE("lines_around") {
  const std::string text = "1\n2\n3\n4\n5\n";
  const auto around = [&](int lines, std::uint64_t bytes) {
    return std::string(bytes_of(text, lines_around(text, {4, 5}, lines, bytes)));
  };
  CHECK(around(0, 100) == "3");
  CHECK(around(1, 100) == "2\n3\n4");
  CHECK(around(9, 100) == text);
  CHECK(around(9, 1) == "\n3\n");
}

}  // namespace leaksieve
