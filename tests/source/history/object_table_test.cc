#include "scanner/source/history/object_table.h"

#include <doctest/doctest.h>

#include <fstream>
#include <ostream>
#include <set>

#include "scanner/source/commit.h"
#include "tests/source/pack/pack_bytes.h"
#include "tests/support/temp_repo.h"

namespace leaksieve {
namespace {

ObjectId id_of(const test::TempRepo& repo, const std::string& name) {
  return *parse_id(repo.git("rev-parse " + name));
}

ObjectTable opened(const test::TempRepo& repo, Diagnostics& diagnostics) {
  const git::Library library;
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  return ObjectTable::open(*repository, diagnostics);
}

}  // namespace

TEST_CASE("ObjectTable numbers the objects of every pack, the others when asked") {
  test::TempRepo repo;
  repo.commit("a", "one", "first");
  repo.git("repack -q");
  repo.commit("a", "two", "second");
  repo.git("repack -q");
  repo.commit("a", "loose", "third");
  Diagnostics diagnostics;
  ObjectTable table = opened(repo, diagnostics);
  CHECK(diagnostics.empty());
  CHECK(table.parts().size() == 2);
  CHECK(table.packed() == 6);
  CHECK(table.size() == 6);

  std::set<ObjectNumber> numbers;
  for (const char* name :
       {"HEAD~1", "HEAD~1:a", "HEAD~2", "HEAD~2:a", "HEAD~2^{tree}"}) {
    CAPTURE(name);
    const ObjectNumber number = table.find(id_of(repo, name));
    CHECK(number < table.packed());
    CHECK(table.id(number) == id_of(repo, name));
    numbers.insert(number);
  }
  CHECK(numbers.size() == 5);

  const ObjectId loose = id_of(repo, "HEAD:a");
  CHECK(table.find(loose) == kNoObject);
  const ObjectNumber added = table.add(loose);
  CHECK(added == 6);
  CHECK(table.add(loose) == added);
  CHECK(table.find(loose) == added);
  CHECK(table.id(added) == loose);
  CHECK(table.add(id_of(repo, "HEAD~1")) == table.find(id_of(repo, "HEAD~1")));
}

TEST_CASE("ObjectTable sees the packs of alternates, relative ones as well") {
  test::TempRepo lender;
  lender.commit("a", "one", "first");
  lender.git("repack -adq");
  test::TempRepo borrower;
  SUBCASE("absolute") {
    borrower.write(".git/objects/info/alternates",
                   "# a comment\n" + lender.path() + "/.git/objects\n");
  }
  SUBCASE("relative, and a circle") {
    const std::string up = "../../../../../../../..";
    borrower.write(".git/objects/info/alternates",
                   up + lender.path() + "/.git/objects\n");
    lender.write(".git/objects/info/alternates", borrower.path() + "/.git/objects\n");
  }
  Diagnostics diagnostics;
  const ObjectTable table = opened(borrower, diagnostics);
  CHECK(table.find(id_of(lender, "HEAD")) < table.packed());
  CHECK(table.packed() == 3);
}

TEST_CASE("ObjectTable leaves a damaged pack to libgit2, and says so") {
  test::TempRepo repo;
  repo.commit("a", "one", "first");
  repo.git("repack -adq");
  repo.git("rev-parse HEAD");
  repo.write(".git/objects/pack/pack-0000000000000000000000000000000000000000.idx",
             "?");
  Diagnostics diagnostics;
  const ObjectTable table = opened(repo, diagnostics);
  CHECK(table.packed() == 3);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].what.find("read one by one") != std::string::npos);
  CHECK_FALSE(diagnostics[0].incomplete);
}

TEST_CASE("ObjectTable opens packs without an index by the multi-pack-index") {
  test::TempRepo repo;
  repo.commit("a", "one", "first");
  repo.git("repack -q");
  repo.commit("a", "two", "second");
  repo.git("repack -q");
  repo.git("multi-pack-index write");
  repo.git("version && rm .git/objects/pack/*.idx");
  Diagnostics diagnostics;
  const ObjectTable table = opened(repo, diagnostics);
  CHECK(diagnostics.empty());
  CHECK(table.packed() == 6);
}

TEST_CASE("ObjectTable knows types, and what is a delta against itself") {
  test::TempRepo repo;
  repo.commit("a", "one", "first");
  repo.git("repack -adq");
  const ObjectId commit = id_of(repo, "HEAD");
  const ObjectId blob = id_of(repo, "HEAD:a");
  const std::string delta = test::appending_delta(1, "x");
  test::write_pack(
      repo.path() + "/.git/objects/pack/pack-x",
      test::pack_bytes(
          {{test::id_of(1), EntryKind::id_delta, delta, 0, test::id_of(2)},
           {test::id_of(2), EntryKind::id_delta, delta, 0, test::id_of(1)},
           {test::id_of(3), EntryKind::id_delta, delta, 0, test::id_of(1)},
           {test::id_of(4), EntryKind::id_delta, delta, 0, test::id_of(9)}}));
  Diagnostics diagnostics;
  const ObjectTable table = opened(repo, diagnostics);
  CHECK(table.type(table.find(commit)) == ObjectType::commit);
  CHECK(table.type(table.find(blob)) == ObjectType::blob);
  CHECK_FALSE(table.type(table.find(test::id_of(1))));
  CHECK(table.endless() ==
        std::vector<ObjectId>{test::id_of(1), test::id_of(2), test::id_of(3)});
}

}  // namespace leaksieve
