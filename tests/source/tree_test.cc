#include "scanner/source/tree.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {
namespace {

std::string entry(const std::string& mode, const std::string& name, char fill = 'i') {
  return mode + " " + name + '\0' + std::string(20, fill);
}

}  // namespace

TEST_CASE("parse_tree") {
  SUBCASE("reads modes, names and ids") {
    const std::string bytes =
        entry("100644", "a b") + entry("40000", "dir") + entry("160000", "sub");
    const auto entries = parse_tree(bytes);
    REQUIRE(entries);
    REQUIRE(entries->size() == 3);
    CHECK((*entries)[0].name == "a b");
    CHECK((*entries)[0].is_blob());
    CHECK((*entries)[0].id.bytes[19] == 'i');
    CHECK((*entries)[1].is_tree());
    CHECK((*entries)[2].is_submodule());
  }
  SUBCASE("an empty tree has no entries") {
    const auto entries = parse_tree("");
    REQUIRE(entries);
    CHECK(entries->empty());
  }
  SUBCASE("refuses every tree that is cut short") {
    const std::string bytes = entry("100644", "name");
    for (std::size_t size = 1; size < bytes.size(); ++size) {
      CAPTURE(size);
      CHECK_FALSE(parse_tree(bytes.substr(0, size)));
    }
  }
  SUBCASE("refuses bytes that are none") {
    CHECK_FALSE(parse_tree(entry("", "name")));
    CHECK_FALSE(parse_tree(entry("1006449999", "name")));
    CHECK_FALSE(parse_tree(entry("1a", "name")));
  }
}

}  // namespace leaksieve
