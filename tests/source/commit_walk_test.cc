#include "scanner/source/commit_walk.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <random>
#include <sstream>

#include "tests/support/temp_repo.h"

namespace leaksieve {
namespace {

std::vector<std::string> walk(const test::TempRepo& repo,
                              const std::vector<std::string>& include,
                              const std::vector<std::string>& exclude) {
  const git::Library library;
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  const ObjectStore objects(*repository);
  const auto ids = [&](const std::vector<std::string>& names) {
    std::vector<ObjectId> out;
    for (const std::string& name : names)
      out.push_back(*repository->commit_named(name));
    return out;
  };
  Diagnostics diagnostics;
  std::vector<std::string> out;
  for (const WalkedCommit& commit :
       walk_commits(objects, ids(include), ids(exclude), {}, nullptr, diagnostics)) {
    out.push_back(commit.id.hex());
  }
  CHECK(diagnostics.empty());
  return out;
}

std::vector<std::string> rev_list(const test::TempRepo& repo,
                                  const std::string& arguments) {
  std::istringstream lines(repo.git("rev-list " + arguments));
  std::vector<std::string> out;
  for (std::string line; std::getline(lines, line);) out.push_back(line);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

TEST_CASE("walk_commits = git rev-list over random histories") {
  const std::uint32_t seed = 20261124;
  CAPTURE(seed);
  std::mt19937 random(seed);
  test::TempRepo repo;
  std::vector<std::string> commits{repo.commit("root")};
  for (int i = 0; i < 40; ++i) {
    const auto pick = [&] { return commits[random() % commits.size()]; };
    const std::string other = pick();
    const std::string parent = pick();
    const std::string second =
        random() % 3 == 0 && other != parent ? " -p " + other : "";
    commits.push_back(repo.git(
        fmt::format("commit-tree -m c{} -p {}{} HEAD^{{tree}}", i, parent, second)));
  }
  for (int i = 0; i < 30; ++i) {
    const std::string tip = commits[random() % commits.size()];
    const std::string base = commits[random() % commits.size()];
    std::vector<std::string> ours = walk(repo, {tip}, {base});
    std::sort(ours.begin(), ours.end());
    CAPTURE(tip);
    CAPTURE(base);
    CHECK(ours == rev_list(repo, tip + " ^" + base));
  }
}

TEST_CASE("walk_commits: newest first, each once, ends at a shallow commit") {
  test::TempRepo repo;
  const std::string one = repo.commit("one");
  const std::string two = repo.commit("two");
  CHECK(walk(repo, {"HEAD", "HEAD"}, {}) == std::vector<std::string>{two, one});

  const git::Library library;
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  Diagnostics diagnostics;
  bool reached = false;
  const auto commits =
      walk_commits(ObjectStore(*repository), {*repository->commit_named("HEAD")}, {},
                   {*repository->commit_named("HEAD")}, &reached, diagnostics);
  CHECK(commits.size() == 1);
  CHECK(reached);
  CHECK(shallow_commits(*repository).empty());
}

}  // namespace leaksieve
