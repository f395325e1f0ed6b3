#include "scanner/source/history/tree_delta.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>
#include <random>
#include <string>
#include <vector>

namespace leaksieve {
namespace {

using Names = std::vector<std::string>;

std::string entry(const std::string& mode, const std::string& name, char id) {
  return mode + " " + name + std::string(1, '\0') + std::string(20, id);
}

struct Difference {
  bool good = false;
  Names added;
  Names removed;
};

Difference difference(const std::string& tree, const std::string& base) {
  Difference out;
  const auto words = [](const TreeEntry& e) {
    return std::string(e.name) + static_cast<char>(e.id.bytes[0]);
  };
  out.good = tree_delta(
      tree, base, [&](const TreeEntry& e) { out.added.push_back(words(e)); },
      [&](const TreeEntry& e) { out.removed.push_back(words(e)); });
  return out;
}

}  // namespace

TEST_CASE("tree_delta gives what was added, removed and changed") {
  const std::string base =
      entry("100644", "a", '1') + entry("40000", "d", '2') + entry("100644", "z", '3');
  CHECK(difference(base, base).added.empty());
  CHECK(difference(base, base).good);

  Difference d = difference(entry("100644", "a", '1') + entry("40000", "d", '9') +
                                entry("100644", "e", '4') + entry("100644", "z", '3'),
                            base);
  CHECK(d.good);
  CHECK(d.added == Names{"d9", "e4"});
  CHECK(d.removed == Names{"d2"});

  d = difference("", base);
  CHECK(d.removed == Names{"a1", "d2", "z3"});
  d = difference(base, "");
  CHECK(d.added == Names{"a1", "d2", "z3"});

  // A mode alone.
  d = difference(entry("100755", "a", '1'), entry("100644", "a", '1'));
  CHECK(d.added == Names{"a1"});
  CHECK(d.removed == Names{"a1"});
}

TEST_CASE("tree_delta refuses what is no tree") {
  const std::string good = entry("100644", "a", '1');
  for (const std::string& bad : {std::string("x"), good.substr(0, good.size() - 1),
                                 std::string("100644 a"), good + "100644 b"}) {
    CHECK_FALSE(difference(bad, good).good);
    CHECK_FALSE(difference(good, bad).good);
    CHECK_FALSE(difference(bad, "").good);
  }
}

TEST_CASE("tree_delta is a difference whatever the order of the entries") {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    CAPTURE(round);
    const auto made = [&] {
      std::vector<std::string> entries;
      for (std::size_t n = random() % 6; n > 0; --n) {
        // An id that looks like the start of an entry, a name of several.
        entries.push_back(entry(random() % 3 == 0 ? "40000" : "100644",
                                std::string(random() % 3 + 1, "ab"[random() % 2]),
                                "1\0 4"[random() % 4]));
      }
      return entries;
    };
    const auto joined = [](const std::vector<std::string>& entries) {
      std::string all;
      for (const std::string& one : entries) all += one;
      return all;
    };
    const std::vector<std::string> tree = made();
    const std::vector<std::string> base = made();
    std::vector<std::string> result = base;
    std::vector<std::string> added;
    const auto raw = [](const TreeEntry& e) {
      return entry(e.is_tree() ? "40000" : "100644", std::string(e.name),
                   static_cast<char>(e.id.bytes[0]));
    };
    const std::string tree_bytes = joined(tree);
    const std::string base_bytes = joined(base);
    CHECK(tree_delta(
        tree_bytes, base_bytes, [&](const TreeEntry& e) { added.push_back(raw(e)); },
        [&](const TreeEntry& e) {
          const auto gone = std::find(result.begin(), result.end(), raw(e));
          REQUIRE(gone != result.end());
          result.erase(gone);
        }));
    result.insert(result.end(), added.begin(), added.end());
    std::vector<std::string> expected = tree;
    std::sort(expected.begin(), expected.end());
    std::sort(result.begin(), result.end());
    CHECK(result == expected);
  }
}

}  // namespace leaksieve
