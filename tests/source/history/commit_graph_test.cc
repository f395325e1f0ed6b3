#include "scanner/source/history/commit_graph.h"

#include <doctest/doctest.h>

#include <ostream>

#include "scanner/source/commit.h"
#include "tests/support/temp_repo.h"

namespace leaksieve {

TEST_CASE("CommitGraph knows trees, parents and times of packed commits") {
  test::TempRepo repo;
  repo.commit("a", "one", "first");
  repo.git("checkout -q -b side");
  repo.commit("b", "two", "second");
  repo.git("checkout -q main");
  repo.commit("c", "three", "third");
  repo.git("merge -q --no-ff -m merge side");
  repo.git("repack -adq");
  const git::Library library;
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  Diagnostics diagnostics;
  ObjectTable objects = ObjectTable::open(*repository, diagnostics);
  const CommitGraph graph = CommitGraph::read(objects, 1 << 20);
  CHECK(graph.size() == 4);
  const auto number = [&](const std::string& name) {
    return objects.find(*parse_id(repo.git("rev-parse " + name)));
  };
  const CommitGraph::Commit merge = graph.find(number("HEAD"));
  REQUIRE(merge != CommitGraph::kNoCommit);
  CHECK(graph.number(merge) == number("HEAD"));
  CHECK(graph.tree(merge) == number("HEAD^{tree}"));
  REQUIRE(graph.parents(merge).size() == 2);
  CHECK(graph.parents(merge)[0] == number("HEAD^1"));
  CHECK(graph.parents(merge)[1] == number("HEAD^2"));
  CHECK(graph.parents(graph.find(number("HEAD~2"))).empty());
  CHECK(std::to_string(graph.time(merge)) == repo.git("log -1 --format=%ct"));
  CHECK(graph.find(number("HEAD^{tree}")) == CommitGraph::kNoCommit);
}

TEST_CASE("CommitGraph::add refuses what is no commit") {
  ObjectTable objects;
  CommitGraph graph;
  CHECK_FALSE(graph.add(objects, 0, "blob"));
  CHECK(graph.size() == 0);
  CHECK(graph.find(0) == CommitGraph::kNoCommit);
}

}  // namespace leaksieve
