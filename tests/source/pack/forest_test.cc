#include "scanner/source/pack/forest.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>

#include "tests/source/pack/pack_bytes.h"
#include "tests/support/temp_dir.h"

namespace leaksieve {
namespace {

using test::EntryToPack;
using test::id_of;

Pack open_pack(const test::TempDir& dir, const std::vector<EntryToPack>& entries) {
  test::write_pack(dir / "p", test::pack_bytes(entries));
  auto pack = Pack::open(dir / "p.idx");
  REQUIRE(pack);
  return std::move(pack).value();
}

EntryToPack object(unsigned id, EntryKind kind = EntryKind::blob) {
  return {id_of(id), kind, "0123456789"};
}

EntryToPack delta(unsigned id, std::size_t base) {
  return {id_of(id), EntryKind::offset_delta, test::appending_delta(10, "x"), base};
}

EntryToPack delta_by_id(unsigned id, unsigned base) {
  return {id_of(id), EntryKind::id_delta, test::appending_delta(10, "x"), 0,
          id_of(base)};
}

std::vector<ObjectNumber> numbers(const VisitPlan& plan) {
  std::vector<ObjectNumber> numbers;
  for (const VisitPlan::Step& step : plan.steps) numbers.push_back(step.number);
  return numbers;
}

using Numbers = std::vector<ObjectNumber>;

}  // namespace

TEST_CASE("DeltaForest::link") {
  const test::TempDir dir;
  LeftOvers left;

  SUBCASE("gives a delta the type of its root") {
    const Pack pack =
        open_pack(dir, {object(9, EntryKind::tree), delta(8, 0), delta(7, 1),
                        object(6, EntryKind::tag), object(5)});
    const auto forest = DeltaForest::link(pack, left);
    CHECK(left.empty());
    CHECK(forest.type(2) == ObjectType::tree);
    CHECK(forest.type(3) == ObjectType::tag);
    CHECK(forest.type(4) == ObjectType::blob);
    CHECK(forest.base(2) == 1);
    CHECK(forest.base(0) == kNoObject);
  }
  SUBCASE("finds a base that comes later, by its id") {
    const Pack pack = open_pack(
        dir, {delta_by_id(1, 2), delta_by_id(2, 3), object(3, EntryKind::commit)});
    const auto forest = DeltaForest::link(pack, left);
    CHECK(left.empty());
    CHECK(forest.type(0) == ObjectType::commit);
    CHECK(numbers(forest.plan(ObjectType::commit)) == Numbers{2, 1, 0});
  }
  SUBCASE("names deltas against each other, and what hangs on them") {
    const Pack pack = open_pack(dir, {delta_by_id(1, 2), delta_by_id(2, 1), delta(3, 1),
                                      delta_by_id(4, 4), object(5)});
    const auto forest = DeltaForest::link(pack, left);
    REQUIRE(left.size() == 4);
    for (const LeftOver& one : left) CHECK(one.why == LeftOver::Why::cycle);
    CHECK_FALSE(forest.is_linked(2));
    CHECK(numbers(forest.plan(ObjectType::blob)) == Numbers{4});
  }
  SUBCASE("names deltas without a base in the pack, and what hangs on them") {
    const Pack pack = open_pack(dir, {delta_by_id(1, 99), delta(2, 0), object(5)});
    DeltaForest::link(pack, left);
    REQUIRE(left.size() == 2);
    CHECK(left[0].id == id_of(1));
    CHECK(left[0].why == LeftOver::Why::base_missing);
    CHECK(left[1].why == LeftOver::Why::base_missing);
  }
  SUBCASE("names damaged headers, and what hangs on them") {
    auto made = test::pack_bytes({object(1), delta(2, 0), object(3)});
    made.pack[made.offsets[0]] = '\x50';
    test::write_pack(dir / "p", made);
    const auto pack = Pack::open(dir / "p.idx");
    REQUIRE(pack);
    DeltaForest::link(*pack, left);
    REQUIRE(left.size() == 2);
    CHECK(left[0].why == LeftOver::Why::damaged);
    CHECK(left[1].why == LeftOver::Why::base_unread);
    CHECK(diagnostic_of(left[0], "p.pack").what == "the object is damaged");
    CHECK(diagnostic_of(left[0], "p.pack").object == id_of(1).hex());
    CHECK(diagnostic_of(left[0], "p.pack").incomplete);
  }
  SUBCASE("an offset at which nothing begins is damage") {
    auto made = test::pack_bytes({object(1), delta(2, 0)});
    const std::string distance = test::base_distance(made.offsets[1] - made.offsets[0]);
    REQUIRE(distance.size() == 1);
    const std::size_t header =
        test::entry_header(EntryKind::offset_delta, delta(2, 0).content.size()).size();
    made.pack[made.offsets[1] + header] = '\1';
    test::write_pack(dir / "p", made);
    const auto pack = Pack::open(dir / "p.idx");
    REQUIRE(pack);
    DeltaForest::link(*pack, left);
    REQUIRE(left.size() == 1);
    CHECK(left[0].why == LeftOver::Why::damaged);
  }
}

TEST_CASE("DeltaForest::plan") {
  const test::TempDir dir;
  LeftOvers left;
  //  0 - 1 - 2
  //    \ 3   \ 4        5 - 6        7: a tree
  const Pack pack =
      open_pack(dir, {object(1), delta(2, 0), delta(3, 1), delta(4, 0), delta(5, 2),
                      object(6), delta(7, 5), object(8, EntryKind::tree)});
  const auto forest = DeltaForest::link(pack, left);
  REQUIRE(left.empty());

  SUBCASE("bases come before their deltas, the heaviest delta last") {
    const auto plan = forest.plan(ObjectType::blob);
    CHECK(numbers(plan) == Numbers{0, 3, 1, 2, 4, 5, 6});
    CHECK_FALSE(plan.steps[1].last_child);
    CHECK(plan.steps[2].last_child);
    CHECK(plan.steps[0].is_root);
    CHECK(plan.steps[5].is_root);
    CHECK_FALSE(plan.steps[6].is_root);
  }
  SUBCASE("one type") {
    CHECK(numbers(forest.plan(ObjectType::tree)) == Numbers{7});
    CHECK(forest.plan(ObjectType::commit).steps.empty());
  }
  SUBCASE("what nobody wants is there only for its descendants") {
    const auto plan =
        forest.plan(ObjectType::blob, [](ObjectNumber number) { return number == 2; });
    CHECK(numbers(plan) == Numbers{0, 1, 2});
    CHECK_FALSE(plan.steps[0].wanted);
    CHECK_FALSE(plan.steps[1].wanted);
    CHECK(plan.steps[2].wanted);
    CHECK(plan.steps[1].last_child);
    CHECK(forest.plan(ObjectType::blob, [](ObjectNumber) { return false; })
              .steps.empty());
  }
}

TEST_CASE("VisitPlan::chunks") {
  VisitPlan plan;
  CHECK(plan.chunks(10).empty());
  for (const int work : {5, 5, 5, -20, 1, 1, 1}) {
    VisitPlan::Step step;
    step.is_root = true;
    step.work = static_cast<std::uint32_t>(std::abs(work));
    plan.steps.push_back(step);
  }
  const auto ends = [&](std::uint64_t work) {
    std::vector<std::size_t> found;
    std::size_t begin = 0;
    for (const VisitPlan::Chunk& chunk : plan.chunks(work)) {
      CHECK(chunk.begin == begin);
      begin = chunk.end;
      found.push_back(chunk.end);
    }
    return found;
  };
  using Ends = std::vector<std::size_t>;
  CHECK(ends(10) == Ends{2, 4, 7});
  CHECK(ends(1000) == Ends{7});
  CHECK(ends(0) == Ends{1, 2, 3, 4, 5, 6, 7});
  CHECK(ends(1) == Ends{1, 2, 3, 4, 5, 6, 7});
  CHECK(ends(~0ULL) == Ends{7});
  // One tree is cut only where it is more than twice too large.
  for (std::size_t i = 1; i < plan.steps.size(); ++i) plan.steps[i].is_root = false;
  CHECK(ends(30) == Ends{7});
  CHECK(ends(10) == Ends{4, 7});
}

}  // namespace leaksieve
