#include "scanner/source/cached_tree.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using leaksieve::CachedTree;
using leaksieve::parse_cached_trees;

namespace {

/// A record of the extension; a negative count has no id.
std::string record(std::string_view name, std::string_view count,
                   std::string_view subtrees, char id = 'i') {
  std::string text(name);
  text += '\0';
  text += std::string(count) + " " + std::string(subtrees) + "\n";
  if (!count.starts_with('-')) text.append(20, id);
  return text;
}

}  // namespace

TEST_CASE("parse_cached_trees") {
  SUBCASE("reads trees in trees") {
    const std::string data = record("", "-1", "2") + record("b", "3", "1", '1') +
                             record("x", "2", "0", '2') + record("aa", "4", "0", '3');
    const auto trees = parse_cached_trees(data);
    REQUIRE(trees);
    const CachedTree& root = trees->front();
    CHECK(!root.is_valid());
    CHECK(root.children.size() == 2);
    const CachedTree* const b = root.child("b");
    REQUIRE(b != nullptr);
    CHECK(b->entry_count == 3);
    CHECK(b->id.bytes[0] == '1');
    REQUIRE(b->child("x") != nullptr);
    CHECK(b->child("x")->id.bytes[19] == '2');
    REQUIRE(root.child("aa") != nullptr);
    CHECK(root.child("aa")->entry_count == 4);
    CHECK(root.child("aa")->child("x") == nullptr);
    CHECK(root.child("") == nullptr);
    CHECK(root.child("a") == nullptr);
    CHECK(root.child("zzz") == nullptr);
  }

  SUBCASE("stays usable when it is moved") {
    const std::string data = record("", "1", "1") + record("a", "1", "0");
    auto trees = parse_cached_trees(data);
    REQUIRE(trees);
    const auto moved = *std::move(trees);
    REQUIRE(moved.front().child("a") != nullptr);
  }

  SUBCASE("siblings that git would not have in this order are found all the same") {
    const std::string data = record("", "5", "3") + record("ccc", "1", "1") +
                             record("below", "1", "0") + record("bb", "1", "0") +
                             record("a", "1", "0");
    const auto trees = parse_cached_trees(data);
    REQUIRE(trees);
    for (const std::string_view name : {"a", "bb", "ccc"}) {
      CAPTURE(name);
      CHECK(trees->front().child(name) != nullptr);
    }
    REQUIRE(trees->front().child("ccc") != nullptr);
    CHECK(trees->front().child("ccc")->child("below") != nullptr);
  }

  SUBCASE("as deep as it likes") {
    std::string data = record("", "1", "1");
    for (int i = 0; i < 200000; ++i) data += record("d", "1", "1");
    CHECK(!parse_cached_trees(data));
    CHECK(parse_cached_trees(data + record("d", "1", "0")));
  }

  SUBCASE("damaged data are as good as none") {
    const std::string good = record("", "1", "1") + record("a", "1", "0");
    for (std::size_t size = 0; size < good.size(); ++size) {
      CAPTURE(size);
      const std::vector<char> cut(good.begin(),
                                  good.begin() + static_cast<std::ptrdiff_t>(size));
      CHECK(!parse_cached_trees({cut.data(), cut.size()}));
    }
    const std::string bad[] = {
        good + "x",
        record("root", "1", "0"),
        record("", "1", "1") + record("", "1", "0"),
        record("", "1", "2") + record("a", "1", "0") + record("a", "1", "0"),
        record("", "x", "0"),
        record("", "", "0"),
        record("", "1", "-1"),
        record("", "1", "1x") + record("a", "1", "0"),
        record("", "99999999999999999999", "0"),
        record("", "1", "4000000000") + record("a", "1", "0"),
        record("", "1", "9223372036854775807") + record("a", "1", "0"),
    };
    for (const std::string& data : bad) {
      CAPTURE(data);
      CHECK(!parse_cached_trees(data));
    }
  }

  SUBCASE("trees that announce more and more take no more memory than their data") {
    std::string data = record("", "-1", "20000");
    for (int i = 0; i < 20000; ++i) data += record("d", "-1", "20000");
    CHECK(!parse_cached_trees(data));
  }
}
