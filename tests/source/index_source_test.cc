#include "scanner/source/index_source.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>
#include <random>
#include <sstream>

#include "tests/support/temp_repo.h"

namespace leaksieve {
namespace {

std::vector<std::string> staged(const test::TempRepo& repo) {
  const git::Library library;
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  const auto source = make_index_source(*repository, {}, 1000);
  REQUIRE(source);
  CHECK((*source)->listing().diagnostics.empty());
  std::vector<std::string> paths;
  for (const Item& item : (*source)->listing().items) {
    paths.push_back((*source)->listing().paths[item.path]);
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<std::string> by_git(const test::TempRepo& repo) {
  std::istringstream lines(
      repo.git("diff --cached --no-renames --diff-filter=AMT --name-only"));
  std::vector<std::string> paths;
  for (std::string line; std::getline(lines, line);) paths.push_back(line);
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

TEST_CASE("make_index_source = git diff --cached over random changes") {
  const std::uint32_t seed = 99;
  CAPTURE(seed);
  std::mt19937 random(seed);
  test::TempRepo repo;
  const auto some_path = [&] {
    return "d" + std::to_string(random() % 4) + "/e" + std::to_string(random() % 3) +
           "/f" + std::to_string(random() % 4);
  };
  for (int i = 0; i < 25; ++i) repo.write(some_path(), std::to_string(random()));
  CHECK(staged(repo).empty());
  repo.commit("base");
  for (int round = 0; round < 15; ++round) {
    for (int i = 0; i < 3; ++i) repo.write(some_path(), std::to_string(random() % 5));
    if (random() % 2 == 0) repo.git("rm -q -r --cached --ignore-unmatch d1/e1");
    repo.git("add d0 d2");
    CAPTURE(round);
    CHECK(staged(repo) == by_git(repo));
    // With and without valid cached trees.
    if (random() % 2 == 0) repo.git("write-tree");
    CHECK(staged(repo) == by_git(repo));
    if (random() % 3 == 0) repo.commit("round");
  }
}

TEST_CASE("make_index_source: unborn HEAD, and what a merged branch has is not new") {
  test::TempRepo repo;
  repo.write("a", "1");
  repo.git("add a");
  CHECK(staged(repo) == std::vector<std::string>{"a"});
  repo.commit("base");
  repo.git("checkout -q -b side");
  repo.commit("side", "s", "side");
  repo.git("checkout -q main");
  repo.commit("b", "2", "main");
  repo.git("merge -q --no-commit side");
  repo.write("evil", "x");
  repo.git("add evil");
  CHECK(staged(repo) == std::vector<std::string>{"evil"});
}

TEST_CASE("make_whole_index_source lists every blob") {
  test::TempRepo repo;
  repo.write("d/a", "1");
  repo.commit("b", "2", "base");
  const git::Library library;
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  const auto source = make_whole_index_source(*repository, {}, 1000);
  REQUIRE(source);
  CHECK((*source)->listing().items.size() == 2);
}

}  // namespace leaksieve
