#include "scanner/match/text_change.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {

TEST_CASE("widened joins what touches and stays inside the text") {
  using Spans = std::vector<ByteSpan>;
  CHECK(widened({{50, 53}}, 5, 7, 100) == Spans{{45, 60}});
  CHECK(widened({{2, 3}, {98, 98}}, 5, 5, 100) == Spans{{0, 8}, {93, 100}});
  CHECK(widened({{10, 12}, {22, 24}, {40, 40}}, 5, 5, 100) == Spans{{5, 29}, {35, 45}});
  CHECK(widened({}, 5, 5, 100).empty());
}

}  // namespace leaksieve
