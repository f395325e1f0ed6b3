#include "scanner/source/history/holdings.h"

#include <doctest/doctest.h>

#include <ostream>

#include "scanner/source/commit.h"
#include "scanner/source/history/history.h"
#include "tests/support/temp_repo.h"

namespace leaksieve {

TEST_CASE("Holdings leads from the root to every wanted blob and to nothing else") {
  test::TempRepo repo;
  repo.write("a/b/c/wanted", "secret");
  repo.write("a/other", "x");
  repo.write("z/same", "secret");
  repo.commit("one");
  repo.write("a/b/c/wanted", "clean");
  repo.commit("two");
  repo.git("repack -adfq");
  const git::Library library;
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  const auto history = read_history(*repository, {});
  REQUIRE(history);
  const auto number = [&](const std::string& name) {
    return (*history)->objects.find(*parse_id(repo.git("rev-parse " + name)));
  };
  const TreeGraph& trees = (*history)->trees;
  const Holdings holdings(trees, {number("HEAD~1:z/same")});
  const auto names = [&](const std::string& tree) {
    std::string out;
    for (const TreeGraph::Entry& entry : holdings.of(number(tree))) {
      out += std::string(trees.names()[entry.name]) + " ";
    }
    return out;
  };
  const std::string first = names("HEAD~1^{tree}");
  CHECK((first == "a z " || first == "z a "));
  CHECK(names("HEAD~1:a") == "b ");
  CHECK(names("HEAD~1:a/b") == "c ");
  CHECK(names("HEAD~1:a/b/c") == "wanted ");
  CHECK(names("HEAD^{tree}") == "z ");
  CHECK(names("HEAD:a").empty());
  CHECK(holdings.of(number("HEAD")).empty());
  CHECK(Holdings(trees, {}).of(number("HEAD^{tree}")).empty());
}

}  // namespace leaksieve
