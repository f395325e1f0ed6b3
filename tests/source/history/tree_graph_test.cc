#include "scanner/source/history/tree_graph.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>
#include <set>

#include "scanner/source/objects.h"
#include "tests/support/random_repo.h"

namespace leaksieve {
namespace {

std::vector<std::string> words(const TreeGraph& graph, const ObjectTable& objects,
                               const std::vector<TreeGraph::Entry>& entries) {
  std::vector<std::string> out;
  for (const TreeGraph::Entry& entry : entries) {
    out.push_back(std::string(graph.names()[entry.name]) + " " +
                  objects.id(entry.child).hex() +
                  (entry.kind == TreeGraph::Kind::tree ? "/" : ""));
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

TEST_CASE("TreeGraph has of every packed tree what libgit2 reads") {
  std::size_t differences = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    CAPTURE(seed);
    test::RandomRepo made(seed, {.commits = 40, .files = 9, .lines = 3});
    made.repo().git("repack -adfq --depth=20 --window=20");
    const git::Library library;
    const auto repository = git::Repository::open(library, {made.path()});
    REQUIRE(repository);
    Diagnostics diagnostics;
    ObjectTable objects = ObjectTable::open(*repository, diagnostics);
    const TreeGraph graph = TreeGraph::read(objects, 2, 1 << 20);
    const ObjectStore store(*repository);
    REQUIRE(graph.size() > 20);
    for (TreeGraph::Tree tree = 0; tree < graph.size(); ++tree) {
      const auto object =
          store.read_structure(objects.id(graph.number(tree)), ObjectType::tree);
      REQUIRE(object);
      std::vector<std::string> expected;
      const auto entries = parse_tree(object->bytes());
      REQUIRE(entries);
      for (const TreeEntry& entry : *entries) {
        expected.push_back(std::string(entry.name) + " " + entry.id.hex() +
                           (entry.is_tree() ? "/" : ""));
        const auto found = graph.entry(tree, entry.name);
        REQUIRE(found);
        CHECK(objects.id(found->child) == entry.id);
      }
      CHECK_FALSE(graph.entry(tree, "no such name"));
      std::sort(expected.begin(), expected.end());
      std::vector<TreeGraph::Entry> all;
      graph.entries_beyond(
          tree, [](TreeGraph::Tree) { return false; }, all);
      CHECK(words(graph, objects, all) == expected);
      CHECK(graph.find(graph.number(tree)) == tree);
      if (graph.base(tree) != TreeGraph::kNoTree) {
        ++differences;
        CHECK(graph.base(tree) < tree);
      }
    }
  }
  // Some are kept as differences, or the test says little.
  CHECK(differences > 20);
}

TEST_CASE("TreeGraph::add keeps a tree that was read in another way") {
  ObjectTable objects;
  TreeGraph graph;
  ObjectId id;
  id.bytes[0] = 1;
  const ObjectNumber number = objects.add(id);
  const std::string bytes = std::string("100644 f\0", 9) + std::string(20, 'x') +
                            std::string("160000 m\0", 9) + std::string(20, 'y');
  CHECK(graph.add(objects, number, bytes));
  CHECK_FALSE(graph.add(objects, number, "no tree"));
  REQUIRE(graph.size() == 1);
  const auto added = graph.added(0);
  REQUIRE(added.size() == 2);
  CHECK(objects.id(added[0].child).bytes[0] == 'x');
  CHECK(added[1].kind == TreeGraph::Kind::submodule);
  // The commit of a submodule is no object of this repository.
  CHECK(objects.size() == 2);
}

}  // namespace leaksieve
