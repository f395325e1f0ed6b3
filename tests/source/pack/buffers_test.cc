#include "scanner/source/pack/buffers.h"

#include <doctest/doctest.h>

#include <new>
#include <utility>

namespace leaksieve {

TEST_CASE("Buffers gives at least what was asked for, and not much more") {
  Buffers buffers(0);
  for (std::size_t size = 0; size < 5000; ++size) {
    Buffer buffer = buffers.take(size);
    CAPTURE(size);
    CHECK(buffer.capacity >= size);
    CHECK(buffer.capacity <= size + size / 4 + 64);
    CHECK(buffers.total() == buffer.capacity);
    buffers.put(buffer);
    CHECK_FALSE(buffer);
    CHECK(buffers.total() == 0);
  }
  CHECK_THROWS_AS(buffers.take(~std::size_t{0}), std::bad_alloc);
}

TEST_CASE("Buffers uses again what was given back") {
  Buffers buffers(1000);
  Buffer first = buffers.take(300);
  const char* const memory = first.data();
  const std::size_t capacity = first.capacity;
  buffers.put(first);
  CHECK(buffers.total() == capacity);
  CHECK(buffers.cost(280) == 0);
  CHECK(buffers.cost(10) == 64);  // not for something so much smaller
  CHECK(buffers.cost(500) >= 500);
  Buffer again = buffers.take(280);
  CHECK(again.data() == memory);

  SUBCASE("up to a bound") {
    Buffer large = buffers.take(2000);
    buffers.put(large);
    CHECK(buffers.total() == capacity);
  }
  SUBCASE("until it is trimmed") {
    buffers.put(again);
    buffers.trim();
    CHECK(buffers.total() == 0);
    CHECK(buffers.cost(280) > 0);
  }
  SUBCASE("an empty one may be given") {
    Buffer empty;
    buffers.put(empty);
    CHECK(buffers.total() == capacity);
  }
}

}  // namespace leaksieve
