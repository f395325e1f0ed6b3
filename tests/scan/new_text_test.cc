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

std::string fresh(const std::string& delta, std::uint64_t base) {
  std::string out;
  for (const ByteSpan span : new_text(delta, base).fresh) {
    out += std::to_string(span.begin) + "-" + std::to_string(span.end) + " ";
  }
  return out;
}

std::string kept(const std::string& delta, std::uint64_t base) {
  std::string out;
  for (const CopiedRun& run : new_text(delta, base).kept) {
    out += std::to_string(run.size) + " at " + std::to_string(run.from) + " to " +
           std::to_string(run.to) + "; ";
  }
  return out;
}

}  // namespace

TEST_CASE("new_text: of a copy of all nothing is fresh") {
  CHECK(fresh(copy(0, 100), 100).empty());
  CHECK(fresh(copy(0, 60) + copy(60, 40), 100).empty());
  CHECK(kept(copy(0, 60) + copy(60, 40), 100) == "100 at 0 to 0; ");
}

TEST_CASE("new_text: what is inserted is fresh") {
  const std::string delta = copy(0, 50) + insert("new") + copy(50, 50);
  CHECK(fresh(delta, 100) == "50-53 ");
  CHECK(kept(delta, 100) == "50 at 0 to 0; 50 at 50 to 53; ");
  CHECK(fresh(copy(0, 50) + insert("new"), 50) == "50-53 ");
  CHECK(fresh(insert("new") + copy(0, 50), 50) == "0-3 ");
}

TEST_CASE("new_text: every seam is fresh, the text's ends among them") {
  // Something is left out.
  CHECK(fresh(copy(0, 50) + copy(60, 40), 100) == "50-50 ");
  // The start and the end are not the base's.
  CHECK(fresh(copy(10, 80), 100) == "0-0 80-80 ");
  // Blocks change places.
  CHECK(fresh(copy(50, 50) + copy(0, 50), 100) == "0-0 50-50 100-100 ");
  CHECK(kept(copy(50, 50) + copy(0, 50), 100) == "50 at 50 to 0; 50 at 0 to 50; ");
}

TEST_CASE("new_text of nothing") {
  CHECK(fresh("", 0).empty());
  CHECK(fresh("", 10) == "0-0 ");
  CHECK(kept("", 10).empty());
}

}  // namespace leaksieve
