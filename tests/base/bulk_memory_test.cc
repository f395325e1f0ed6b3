#include "scanner/base/bulk_memory.h"

#include <doctest/doctest.h>

#include <cstring>
#include <limits>
#include <new>
#include <utility>
#include <vector>

using leaksieve::BulkAllocator;
using leaksieve::BulkBytes;

TEST_CASE("bulk memory") {
  SUBCASE("can be written from the first to the last byte, at every size") {
    for (const std::size_t size :
         {0U, 1U, 4096U, 65535U, 65536U, 65537U, 1000000U, 1048576U, 3000000U}) {
      CAPTURE(size);
      const BulkBytes bytes(size);
      if (size > 0) std::memset(bytes.get(), 'x', size);
      CHECK((size == 0 || bytes.get()[size - 1] == 'x'));
    }
  }

  SUBCASE("stays where it is when it is moved") {
    BulkBytes bytes(100);
    const char* const where = bytes.get();
    const BulkBytes moved = std::move(bytes);
    CHECK(moved.get() == where);
    CHECK(BulkBytes().get() == nullptr);
  }

  SUBCASE("serves a vector") {
    std::vector<int, BulkAllocator<int>> numbers;
    for (int i = 0; i < 1000000; ++i) numbers.push_back(i);
    CHECK(numbers[999999] == 999999);
  }

  SUBCASE("more than there is") {
    CHECK_THROWS_AS(leaksieve::allocate_bulk(std::numeric_limits<std::size_t>::max()),
                    std::bad_alloc);
  }
}
