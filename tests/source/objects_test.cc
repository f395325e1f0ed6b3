#include "scanner/source/objects.h"

#include <doctest/doctest.h>

#include <ostream>

#include "scanner/source/commit.h"
#include "tests/support/temp_repo.h"

namespace leaksieve {

TEST_CASE("ObjectStore::read") {
  const git::Library library;
  test::TempRepo repo;
  repo.commit("a", "hello", "first");
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  const ObjectStore objects(*repository);
  const auto id = parse_id(repo.git("rev-parse HEAD:a"));
  REQUIRE(id);

  SUBCASE("gives the bytes and the type") {
    const auto object = objects.read(*id, 100);
    REQUIRE(object);
    CHECK(object->type() == ObjectType::blob);
    CHECK(object->bytes() == "hello");
    CHECK(objects.contains(*id));
  }
  SUBCASE("refuses more than the limit before it reads") {
    const auto object = objects.read(*id, 4);
    REQUIRE_FALSE(object);
    CHECK(object.error().message.find("5 bytes are more than the limit of 4") == 0);
  }
  SUBCASE("refuses another type") {
    const auto object = objects.read_structure(*id, ObjectType::tree);
    REQUIRE_FALSE(object);
    CHECK(object.error().message == "the object is a blob, not a tree");
  }
  SUBCASE("says that an object is missing") {
    ObjectId absent;
    absent.bytes[0] = 1;
    const auto object = objects.read(absent, 100);
    REQUIRE_FALSE(object);
    CHECK(object.error().message == "the object is missing");
    CHECK_FALSE(objects.contains(absent));
  }
}

}  // namespace leaksieve
