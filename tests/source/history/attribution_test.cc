// The rules one by one; tests/property/attribution_test.cc compares with brute force.
#include "scanner/source/history/attribution.h"

#include <doctest/doctest.h>

#include <ostream>

#include "scanner/source/commit.h"
#include "tests/support/temp_repo.h"

namespace leaksieve {
namespace {

// The origins of the blob "secret".
std::vector<Origin> origins(const test::TempRepo& repo) {
  const git::Library library;
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  const auto history = read_history(*repository, {});
  REQUIRE(history);
  const ObjectId blob =
      *parse_id(repo.git("rev-parse $(printf secret | git hash-object --stdin)"));
  return attribute(**history, {{blob, 0, 1}}, 1)[0];
}

}  // namespace

TEST_CASE("attribute: introduced, removed, still on a branch") {
  test::TempRepo repo;
  repo.commit("f", "nothing", "first");
  const std::string in = repo.commit("f", "secret", "in");
  repo.git("branch old");
  SUBCASE("alive") {
    const auto found = origins(repo);
    REQUIRE(found.size() == 1);
    CHECK(found[0].path == "f");
    CHECK(found[0].commit.hex() == in);
    CHECK(found[0].at_head);
    CHECK(found[0].removed_by.is_zero());
    CHECK(found[0].refs ==
          std::vector<std::string>{"refs/heads/main", "refs/heads/old"});
  }
  SUBCASE("removed from HEAD, alive on a branch") {
    const std::string out = repo.commit("f", "clean", "out");
    const auto found = origins(repo);
    REQUIRE(found.size() == 1);
    CHECK_FALSE(found[0].at_head);
    CHECK(found[0].removed_by.hex() == out);
    CHECK(found[0].refs == std::vector<std::string>{"refs/heads/old"});
  }
  SUBCASE("moved: the origin stays, and it is alive") {
    repo.git("mv f g");
    repo.commit("move");
    const auto found = origins(repo);
    REQUIRE(found.size() == 1);
    CHECK(found[0].path == "f");
    CHECK(found[0].at_head);
  }
  SUBCASE("copied: a second origin") {
    repo.write("d/copy", "secret");
    const std::string copy = repo.commit("copy");
    const auto found = origins(repo);
    REQUIRE(found.size() == 2);
    CHECK(found[1].path == "d/copy");
    CHECK(found[1].commit.hex() == copy);
  }
}

TEST_CASE("attribute: what only a merge brings is introduced by the merge") {
  test::TempRepo repo;
  repo.commit("f", "base", "first");
  repo.git("checkout -q -b side");
  repo.commit("f", "side", "side");
  repo.git("checkout -q main");
  repo.commit("f", "main", "main");
  repo.git("merge -q --no-commit --no-ff side || true");
  repo.write("f", "secret");
  const std::string merge = repo.commit("merge");
  const auto found = origins(repo);
  REQUIRE(found.size() == 1);
  CHECK(found[0].commit.hex() == merge);
}

TEST_CASE("attribute: what a merge only takes over is not introduced by it") {
  test::TempRepo repo;
  repo.commit("a", "base", "first");
  repo.git("checkout -q -b side");
  const std::string in = repo.commit("f", "secret", "in");
  repo.git("checkout -q main");
  repo.commit("a", "main", "main");
  repo.git("merge -q --no-ff -m merge side");
  const auto found = origins(repo);
  REQUIRE(found.size() == 1);
  CHECK(found[0].commit.hex() == in);
}

}  // namespace leaksieve
