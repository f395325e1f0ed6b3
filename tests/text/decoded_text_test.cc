#include "scanner/text/decoded_text.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {

TEST_CASE("OffsetMap: spans of a decoded text, on what they were decoded from") {
  OffsetMap map;
  map.add(5, 10, 1, 1);  // copied
  map.add(1, 15, 3, 1);  // an escape
  map.add(1, 18, 3, 1);  // another
  map.add(4, 21, 1, 1);
  CHECK(map.size() == 11);
  CHECK(map.raw({0, 5}) == ByteSpan{10, 15});
  CHECK(map.raw({4, 6}) == ByteSpan{14, 18});
  CHECK(map.raw({6, 8}) == ByteSpan{18, 22});
  CHECK(map.is_copied({0, 5}));
  CHECK(map.is_copied({7, 11}));
  CHECK_FALSE(map.is_copied({4, 6}));
  CHECK_FALSE(map.is_copied({0, 11}));
}

TEST_CASE("OffsetMap: bytes that share digits take all of them") {
  OffsetMap map;
  map.add(6, 100, 4, 3);
  CHECK(map.raw({0, 1}) == ByteSpan{100, 102});
  CHECK(map.raw({1, 2}) == ByteSpan{101, 103});
  CHECK(map.raw({0, 6}) == ByteSpan{100, 108});
  map.add(3, 200, 4, 3);  // the next line
  CHECK(map.raw({3, 7}) == ByteSpan{104, 202});
}

TEST_CASE("OffsetMap: what was left out between two pieces is no copy") {
  OffsetMap map;
  map.add(3, 0, 1, 1);
  map.add(3, 5, 1, 1);
  CHECK_FALSE(map.is_copied({1, 5}));
  CHECK(map.is_copied({3, 6}));
}

}  // namespace leaksieve
