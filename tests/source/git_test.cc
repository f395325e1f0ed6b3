#include "scanner/source/git.h"

#include <doctest/doctest.h>

#include <ostream>
#include <vector>

#include "tests/support/temp_repo.h"

namespace leaksieve {

TEST_CASE("Repository::open") {
  const git::Library library;
  const test::TempRepo repo;

  SUBCASE("finds the repository above a folder") {
    repo.write("a/b/c", "x");
    const auto repository = git::Repository::open(library, {repo.path() + "/a/b"});
    REQUIRE(repository);
    CHECK(repository->work_dir().ends_with('/'));
    CHECK(repository->git_dir() == repository->common_dir());
    CHECK_FALSE(repository->is_shallow());
  }
  SUBCASE("says what to do where there is none") {
    const auto repository = git::Repository::open(library, {"/"});
    REQUIRE_FALSE(repository);
    CHECK(repository.error().message.find("no git repository at /") == 0);
    CHECK(repository.error().message.find("leaksieve dir") != std::string::npos);
  }
}

TEST_CASE("Repository::head and refs") {
  const git::Library library;
  test::TempRepo repo;
  {
    const auto unborn = git::Repository::open(library, {repo.path()});
    REQUIRE(unborn);
    const auto head = unborn->head();
    REQUIRE(head);
    CHECK(head->is_zero());
  }
  const std::string first = repo.commit("a", "1", "first");
  repo.git("tag -a -m note v1");
  repo.write("a", "stashed");
  repo.git("stash");
  repo.write("a", "stashed again");
  repo.git("stash");
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  const auto head = repository->head();
  REQUIRE(head);
  CHECK(head->hex() == first);

  const auto refs = repository->refs();
  REQUIRE(refs);
  std::vector<std::string> names;
  for (const git::Ref& ref : *refs) names.push_back(ref.name);
  CHECK(names == std::vector<std::string>{"refs/heads/main", "refs/stash",
                                          "refs/tags/v1", "refs/stash@{1}"});

  const auto tagged = repository->commit_named("v1");
  REQUIRE(tagged);
  CHECK(tagged->hex() == first);
  CHECK_FALSE(repository->commit_named("no-such"));
  CHECK_FALSE(repository->commit_named("HEAD:a"));
}

}  // namespace leaksieve
