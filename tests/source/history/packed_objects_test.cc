#include "scanner/source/history/packed_objects.h"

#include <doctest/doctest.h>

#include <ostream>

#include "scanner/source/commit.h"
#include "tests/support/temp_repo.h"

using namespace leaksieve;

TEST_CASE("PackedObjects reads what libgit2 cannot find any more") {
  test::TempRepo repo;
  std::string text(3000, 'x');
  for (int i = 0; i < 4; ++i) {
    repo.commit("a", text += "line " + std::to_string(i) + "\n", "more");
  }
  repo.git("gc -q --aggressive");
  const git::Library library;
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  const ObjectId blob = *parse_id(repo.git("rev-parse HEAD~2:a"));
  const ObjectId head = *parse_id(repo.git("rev-parse HEAD"));
  Diagnostics diagnostics;
  const ObjectTable table = ObjectTable::open(*repository, diagnostics);
  const std::string content = repo.git("cat-file blob HEAD~2:a");
  repo.git("version && rm .git/objects/pack/*");

  ObjectStore store(*repository);
  CHECK_FALSE(store.read(blob, 1 << 20));
  const PackedObjects packed(table);
  store.fall_back_to(&packed);
  const auto read = store.read(blob, 1 << 20);
  REQUIRE(read);
  CHECK(read->type() == ObjectType::blob);
  CHECK(read->bytes() == content + "\n");
  CHECK(store.read_structure(head, ObjectType::commit));
  CHECK_FALSE(store.read(blob, 100));
  CHECK_FALSE(packed.read(ObjectId(), 100));
}
