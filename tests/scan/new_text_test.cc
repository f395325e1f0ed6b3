#include "scanner/scan/new_text.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {
namespace {

// gitformat-pack(5): a copy of one offset byte and one size byte; an insertion.
std::string copy(unsigned char offset, unsigned char size) {
  return {static_cast<char>(0x91), static_cast<char>(offset), static_cast<char>(size)};
}
std::string insert(const std::string& text) {
  return static_cast<char>(text.size()) + text;
}

std::string told(const std::string& delta, std::uint64_t size, std::uint64_t base,
                 std::uint64_t reach) {
  std::string out;
  for (const ByteSpan span : new_text(delta, size, base, reach)) {
    out += std::to_string(span.begin) + "-" + std::to_string(span.end) + " ";
  }
  return out;
}

}  // namespace

TEST_CASE("new_text is nothing for a copy of all") {
  CHECK(told(copy(0, 100), 100, 100, 5).empty());
  CHECK(told(copy(0, 60) + copy(60, 40), 100, 100, 5).empty());
}

TEST_CASE("new_text is what is inserted, with its surroundings") {
  CHECK(told(copy(0, 50) + insert("new") + copy(50, 50), 103, 100, 5) == "45-58 ");
  CHECK(told(copy(0, 50) + insert("new"), 53, 50, 5) == "45-53 ");
  CHECK(told(insert("new") + copy(0, 50), 53, 50, 5) == "0-8 ");
}

TEST_CASE("new_text is every seam, the text's ends among them") {
  // Something is left out.
  CHECK(told(copy(0, 50) + copy(60, 40), 90, 100, 5) == "45-55 ");
  // The start and the end are not the base's.
  CHECK(told(copy(10, 80), 80, 100, 5) == "0-5 75-80 ");
  // Blocks change places.
  CHECK(told(copy(50, 50) + copy(0, 50), 100, 100, 5) == "0-5 45-55 95-100 ");
}

TEST_CASE("new_text joins what touches") {
  CHECK(told(copy(0, 20) + insert("a") + copy(20, 9) + insert("b") + copy(29, 30), 61,
             59, 5) == "15-36 ");
  CHECK(told("", 0, 0, 5).empty());
  CHECK(told("", 0, 10, 5) == "0-0 ");
}

}  // namespace leaksieve
