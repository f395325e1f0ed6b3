#include "scanner/source/history/verify.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <ostream>

#include "tests/source/pack/pack_bytes.h"
#include "tests/support/temp_repo.h"

using namespace leaksieve;

TEST_CASE("objects that are not what their id says are named") {
  test::TempRepo repo;
  repo.commit("a", "one", "first");
  repo.git("tag -a -m x v1");
  repo.git("gc -q");
  const auto faults = [&](unsigned workers) {
    const git::Library library;
    const auto repository = git::Repository::open(library, {repo.path()});
    REQUIRE(repository);
    Diagnostics diagnostics;
    const ObjectTable table = ObjectTable::open(*repository, diagnostics);
    return verify_packed_objects(table, 1 << 20, workers, 1 << 20);
  };
  CHECK(faults(1).empty());

  const test::PackBytes false_pack =
      test::pack_bytes({{test::id_of(1), EntryKind::blob, "one"},
                        {test::id_of(2), EntryKind::tree, ""}});
  test::write_pack(repo.path() + "/.git/objects/pack/pack-x", false_pack);
  for (const unsigned workers : {1U, 4U}) {
    const Diagnostics found = faults(workers);
    REQUIRE(found.size() == 2);
    CHECK(found[0].object == test::id_of(2).hex());
    CHECK(found[1].object == test::id_of(1).hex());
    CHECK(found[0].incomplete);
  }
}
