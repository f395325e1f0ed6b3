#include "scanner/source/history/tree_differ.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>
#include <random>
#include <string>
#include <vector>

namespace leaksieve {
namespace {

std::string entry(const std::string& mode, const std::string& name, char id) {
  return mode + " " + name + std::string(1, '\0') + std::string(20, id);
}

std::string raw(const TreeEntry& e) {
  return entry(e.is_tree() ? "40000" : "100644", std::string(e.name),
               static_cast<char>(e.id.bytes[0]));
}

// gitformat-pack(5): offset and size in two bytes each.
std::string copy(std::size_t offset, std::size_t size) {
  std::string out = "\xb3";
  for (const std::size_t value : {offset, size}) {
    out += static_cast<char>(value & 255);
    out += static_cast<char>(value >> 8);
  }
  return out;
}

// Instructions that make `tree` of `base`: pieces of any size, cut anywhere, copied
// from anywhere.
std::string random_delta(std::mt19937& random, const std::string& tree,
                         const std::string& base) {
  std::string delta;
  for (std::size_t at = 0; at < tree.size();) {
    const std::size_t size = std::min<std::size_t>(random() % 90 + 1, tree.size() - at);
    const std::string piece = tree.substr(at, size);
    const std::size_t found = base.find(piece, random() % (base.size() + 1));
    const std::size_t first = base.find(piece);
    if (first != std::string::npos && random() % 4 != 0) {
      delta += copy(found != std::string::npos ? found : first, size);
    } else {
      delta += static_cast<char>(size);
      delta += piece;
    }
    at += size;
  }
  return delta;
}

}  // namespace

TEST_CASE("TreeDiffer: base without the removed and with the added is the tree") {
  std::mt19937 random(11);
  std::size_t known = 0;
  for (int round = 0; round < 400; ++round) {
    CAPTURE(round);
    const auto one = [&] {
      // Short names and ids, so that entries come twice and look like parts of others.
      return entry(random() % 3 == 0 ? "40000" : "100644",
                   std::string(random() % 3 + 1, "ab"[random() % 2]),
                   "1\0 4"[random() % 4]);
    };
    TreeDiffer differ;
    std::vector<std::vector<std::string>> trees;
    std::vector<std::string> bytes;
    for (ObjectNumber number = 0; number < 8; ++number) {
      const ObjectNumber base =
          number == 0 ? kNoObject
                      : number - 1 - (random() % 3 == 0 ? random() % number : 0);
      std::vector<std::string> entries =
          base == kNoObject ? std::vector<std::string>{} : trees[base];
      for (std::size_t n = random() % 5 + (number == 0 ? 10 : 0); n > 0; --n) {
        const std::size_t at = random() % (entries.size() + 1);
        if (at < entries.size() && random() % 3 == 0) {
          entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(at));
        } else {
          entries.insert(entries.begin() + static_cast<std::ptrdiff_t>(at), one());
        }
      }
      trees.push_back(entries);
      bytes.emplace_back();
      for (const std::string& e : entries) bytes.back() += e;

      PackObject tree;
      tree.number = number;
      tree.bytes = bytes[number];
      tree.base = base;
      std::string delta;
      if (base != kNoObject) {
        tree.base_bytes = bytes[base];
        delta = random_delta(random, bytes[number], bytes[base]);
        tree.delta = delta;
      }
      std::vector<TreeEntry> added;
      std::vector<TreeEntry> removed;
      REQUIRE(differ.visit(tree, added, removed));
      std::vector<std::string> result =
          base == kNoObject ? std::vector<std::string>{} : trees[base];
      for (const TreeEntry& e : removed) {
        const auto gone = std::find(result.begin(), result.end(), raw(e));
        REQUIRE(gone != result.end());
        result.erase(gone);
      }
      if (base != kNoObject) known += result.size();
      for (const TreeEntry& e : added) result.push_back(raw(e));
      std::sort(entries.begin(), entries.end());
      std::sort(result.begin(), result.end());
      CHECK(result == entries);
    }
  }
  // Some entries were taken over, or nothing was gained.
  CHECK(known > 2000);
}

TEST_CASE("TreeDiffer begins in the middle of a tree of deltas") {
  const std::string base = entry("100644", "a", '1') + entry("100644", "b", '2');
  const std::string bytes = base + entry("100644", "c", '3');
  const std::string delta = copy(0, base.size()) + "\x1d" + entry("100644", "c", '3');
  TreeDiffer differ;
  std::vector<TreeEntry> added;
  std::vector<TreeEntry> removed;
  PackObject tree;
  tree.number = 7;
  tree.bytes = bytes;
  tree.base = 3;
  tree.base_bytes = base;
  tree.delta = delta;
  REQUIRE(differ.visit(tree, added, removed));
  REQUIRE(added.size() == 1);
  CHECK(added[0].name == "c");
  CHECK(removed.empty());
}

TEST_CASE("TreeDiffer refuses what is no tree") {
  TreeDiffer differ;
  std::vector<TreeEntry> added;
  std::vector<TreeEntry> removed;
  const std::string good = entry("100644", "a", '1');
  for (const std::string& bad : {std::string("x"), good.substr(0, good.size() - 1),
                                 std::string("100644 a"), good + "100644 b"}) {
    PackObject tree;
    tree.bytes = bad;
    CHECK_FALSE(differ.visit(tree, added, removed));
    tree.bytes = good;
    tree.number = 2;
    tree.base = 1;
    tree.base_bytes = bad;
    const std::string delta = copy(0, good.size());
    tree.delta = delta;
    CHECK_FALSE(differ.visit(tree, added, removed));
  }
}

}  // namespace leaksieve
