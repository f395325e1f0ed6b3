#include "scanner/source/pack/forest_reader.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <ostream>
#include <stdexcept>

#include "scanner/source/pack/delta.h"
#include "tests/source/pack/pack_bytes.h"
#include "tests/support/temp_dir.h"

namespace leaksieve {
namespace {

using test::appending_delta;
using test::delta_size;
using test::EntryToPack;
using test::id_of;

struct Visited {
  std::map<ObjectId, std::string> objects;
  LeftOvers left;

  const LeftOver* left_over(const ObjectId& id) const {
    for (const LeftOver& one : left) {
      if (one.id == id) return &one;
    }
    return nullptr;
  }
};

/// The steps of the blobs, `step` at a time, each run by the same reader.
Visited visit(const Pack& pack, ForestReader::Limits limits = {},
              std::size_t step = ~std::size_t{0}) {
  Visited visited;
  const auto forest = DeltaForest::link(pack, visited.left);
  const auto plan = forest.plan(ObjectType::blob);
  ForestReader reader(forest, limits);
  for (std::size_t begin = 0; begin < plan.steps.size();) {
    const std::size_t end = begin + std::min(step, plan.steps.size() - begin);
    reader.visit(
        plan, begin, end,
        [&](const PackObject& object) {
          CHECK(object.id == pack.id(object.number));
          CHECK(visited.objects.emplace(object.id, object.bytes).second);
        },
        visited.left);
    begin = end;
  }
  CHECK(visited.objects.size() + visited.left.size() == pack.size());
  return visited;
}

Pack open_pack(const test::TempDir& dir, const std::vector<EntryToPack>& entries) {
  test::write_pack(dir / "p", test::pack_bytes(entries));
  auto pack = Pack::open(dir / "p.idx");
  REQUIRE(pack);
  return std::move(pack).value();
}

}  // namespace

TEST_CASE("ForestReader gives a delta with its base and its steps") {
  const test::TempDir dir;
  const Pack pack = open_pack(
      dir, {{id_of(1), EntryKind::blob, "hello"},
            {id_of(2), EntryKind::offset_delta, appending_delta(5, " you"), 0},
            {id_of(3), EntryKind::id_delta, appending_delta(9, "!"), 0, id_of(2)},
            {id_of(4), EntryKind::blob, ""},
            {id_of(5), EntryKind::offset_delta, appending_delta(0, "new"), 3}});
  LeftOvers left;
  const auto forest = DeltaForest::link(pack, left);
  ForestReader reader(forest, {});
  std::vector<std::string> seen;
  const auto plan = forest.plan(ObjectType::blob);
  reader.visit(
      plan, 0, plan.steps.size(),
      [&](const PackObject& object) {
        CHECK(object.type == ObjectType::blob);
        std::string added;
        for (std::string_view steps = object.delta; !steps.empty();) {
          added += take_step(steps)->inserted;
        }
        seen.push_back(std::string(object.base_bytes) + "|" + added + "|" +
                       std::string(object.bytes));
      },
      left);
  CHECK(left.empty());
  CHECK(seen == std::vector<std::string>{"||hello", "hello| you|hello you",
                                         "hello you|!|hello you!", "||", "|new|new"});
}

TEST_CASE("ForestReader leaves over what it cannot rebuild") {
  const test::TempDir dir;
  const std::string base(100, 'b');
  const auto blob = [&](unsigned id) {
    return EntryToPack{id_of(id), EntryKind::blob, base};
  };
  const auto with = [&](const EntryToPack& entry) {
    // Before it its base, behind it a delta against it and an innocent.
    const Pack pack = open_pack(
        dir, {blob(1),
              entry,
              {id_of(3), EntryKind::offset_delta, appending_delta(100, "x"), 1},
              blob(4)});
    ForestReader::Limits limits;
    limits.max_bytes = 1000;
    const Visited visited = visit(pack, limits);
    CHECK(visited.objects.contains(id_of(1)));
    CHECK(visited.objects.contains(id_of(4)));
    REQUIRE(visited.left.size() == 2);
    REQUIRE(visited.left_over(id_of(3)) != nullptr);
    CHECK(visited.left_over(id_of(3))->why == LeftOver::Why::base_unread);
    REQUIRE(visited.left_over(id_of(2)) != nullptr);
    return *visited.left_over(id_of(2));
  };
  const auto delta = [&](const std::string& content) {
    return EntryToPack{id_of(2), EntryKind::offset_delta, content, 0};
  };
  constexpr auto kDamaged = LeftOver::Why::damaged;
  constexpr auto kTooLarge = LeftOver::Why::too_large;

  SUBCASE("an object over the limit") {
    const LeftOver one = with({id_of(2), EntryKind::blob, std::string(1001, 'l')});
    CHECK(one.why == kTooLarge);
    CHECK(one.size == 1001);
    CHECK(diagnostic_of(one, "p").what ==
          "the object has 1001 bytes, more than the limit");
  }
  SUBCASE("a delta that claims 4 GB") {
    const std::uint64_t size = std::uint64_t{4} << 30;
    const LeftOver one =
        with(delta(delta_size(100) + delta_size(size) + test::copy_step(0, 100)));
    CHECK(one.why == kTooLarge);
    CHECK(one.size == size);
  }
  SUBCASE("an object that claims 2^64 - 1 bytes") {
    EntryToPack entry = blob(2);
    entry.size_claim = ~0ULL;
    CHECK(with(entry).why == kTooLarge);
  }
  SUBCASE("a delta that claims 2^64 - 1 bytes") {
    EntryToPack entry = delta(appending_delta(100, "x"));
    entry.size_claim = ~0ULL;
    CHECK(with(entry).why == kTooLarge);
  }
  SUBCASE("larger, or smaller, than it claims") {
    for (const std::uint64_t claim : {0, 99, 101, 1000}) {
      CAPTURE(claim);
      EntryToPack entry = blob(2);
      entry.size_claim = claim;
      CHECK(with(entry).why == kDamaged);
    }
  }
  SUBCASE("bytes that nobody compressed") {
    EntryToPack entry = blob(2);
    for (const std::string bytes : {"", "x", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}) {
      entry.compressed = bytes;
      CHECK(with(entry).why == kDamaged);
    }
  }
  SUBCASE("a wrong checksum") {
    EntryToPack entry = blob(2);
    entry.compressed = test::compress(base);
    entry.compressed->back() ^= 1;
    CHECK(with(entry).why == kDamaged);
  }
  SUBCASE("deltas that do not fit") {
    CHECK(with(delta("")).why == kDamaged);
    CHECK(with(delta(appending_delta(99, "x"))).why == kDamaged);
    CHECK(with(delta(delta_size(100) + delta_size(1) + test::copy_step(100, 1))).why ==
          kDamaged);
    CHECK(with(delta(delta_size(100) + delta_size(1) + test::copy_step(0, 2))).why ==
          kDamaged);
    CHECK(with(delta(delta_size(100) + delta_size(2) + test::copy_step(0, 1))).why ==
          kDamaged);
  }
}

TEST_CASE("ForestReader asks for no memory because of a claim") {
  // 200 MB, said by an entry of twenty bytes: no deflate stream can hold that.
  const test::TempDir dir;
  EntryToPack bomb{id_of(1), EntryKind::blob, "x"};
  bomb.size_claim = 200 << 20;
  const Visited visited = visit(open_pack(dir, {bomb}));
  REQUIRE(visited.left.size() == 1);
  CHECK(visited.left[0].why == LeftOver::Why::damaged);
}

TEST_CASE("ForestReader with any budget, cut anywhere") {
  // A comb: each object of a chain has two deltas more; and two in front of them.
  const test::TempDir dir;
  std::vector<EntryToPack> entries{{id_of(0), EntryKind::blob, std::string(1000, 'r')}};
  std::map<ObjectId, std::string> expected{{id_of(0), entries[0].content}};
  std::size_t tip = 0;
  const auto add = [&](std::size_t base, const std::string& text) {
    const std::string& before = expected[entries[base].id];
    const ObjectId id = id_of(static_cast<unsigned>(entries.size() >> 8),
                              static_cast<unsigned>(entries.size()));
    expected[id] = before + text;
    entries.push_back(
        {id, EntryKind::offset_delta, appending_delta(before.size(), text), base});
    return entries.size() - 1;
  };
  for (unsigned i = 0; i < 60; ++i) {
    const std::size_t next =
        add(tip, std::string(100, static_cast<char>('a' + i % 26)));
    add(tip, "left");
    add(next, "right");
    add(add(next, "further"), "on");
    tip = next;
  }
  const Pack pack = open_pack(dir, entries);
  for (const std::uint64_t memory : {0ULL, 1ULL, 5000ULL, 30000ULL, 1ULL << 30}) {
    for (const std::size_t step : {1, 2, 7, 50, 1000}) {
      CAPTURE(memory);
      CAPTURE(step);
      ForestReader::Limits limits;
      limits.memory = memory;
      const Visited visited = visit(pack, limits, step);
      CHECK(visited.left.empty());
      CHECK(visited.objects == expected);
    }
  }
}

TEST_CASE("ForestReader follows a chain of 20,000 deltas") {
  const test::TempDir dir;
  std::vector<EntryToPack> entries{{id_of(0), EntryKind::blob, ""}};
  std::string text;
  for (unsigned i = 1; i <= 20000; ++i) {
    entries.push_back({id_of(i >> 8, i), EntryKind::offset_delta,
                       appending_delta(text.size(), "x"), i - 1});
    text += "x";
  }
  for (const std::uint64_t memory : {std::uint64_t{0}, std::uint64_t{1} << 30}) {
    ForestReader::Limits limits;
    limits.memory = memory;
    const Visited visited = visit(open_pack(dir, entries), limits);
    CHECK(visited.left.empty());
    CHECK(visited.objects.at(entries.back().id) == text);
  }
}

TEST_CASE("ForestReader goes on after a callback that throws") {
  const test::TempDir dir;
  const Pack pack =
      open_pack(dir, {{id_of(1), EntryKind::blob, "hello"},
                      {id_of(2), EntryKind::offset_delta, appending_delta(5, "!"), 0}});
  LeftOvers left;
  const auto forest = DeltaForest::link(pack, left);
  const auto plan = forest.plan(ObjectType::blob);
  ForestReader reader(forest, {});
  CHECK_THROWS_AS(reader.visit(
                      plan, 0, 2,
                      [](const PackObject& object) {
                        if (object.number == 1) throw std::runtime_error("enough");
                      },
                      left),
                  std::runtime_error);
  int count = 0;
  reader.visit(
      plan, 0, 2, [&](const PackObject&) { ++count; }, left);
  CHECK(count == 2);
}

TEST_CASE("ForestReader survives a pack that is truncated while it is read") {
  const test::TempDir dir;
  // Larger than what is read ahead.
  std::vector<EntryToPack> entries;
  for (unsigned i = 0; i < 20; ++i) {
    std::string noise;
    for (unsigned j = 0; j < 20000; ++j) {
      noise.push_back(static_cast<char>((j * 2654435761U + i * 40503U) >> 13));
    }
    entries.push_back({id_of(i), EntryKind::blob, noise});
  }
  const Pack pack = open_pack(dir, entries);
  LeftOvers left;
  const auto forest = DeltaForest::link(pack, left);
  const auto plan = forest.plan(ObjectType::blob);
  ForestReader reader(forest, {});
  std::size_t given = 0;
  reader.visit(
      plan, 0, plan.steps.size(),
      [&](const PackObject&) {
        if (++given == 3) std::filesystem::resize_file(dir / "p.pack", 100);
      },
      left);
  CHECK(given >= 3);
  CHECK(left.size() > 0);
  CHECK(given + left.size() == 20);
  for (const LeftOver& one : left) CHECK(one.why == LeftOver::Why::damaged);
}

}  // namespace leaksieve
