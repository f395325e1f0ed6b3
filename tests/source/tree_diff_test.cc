#include "scanner/source/tree_diff.h"

#include <doctest/doctest.h>

#include <ostream>

#include "scanner/source/commit.h"
#include "tests/support/temp_repo.h"

namespace leaksieve {
namespace {

struct Fixture {
  git::Library library;
  test::TempRepo repo;

  TreeDiff diff(const std::string& tree, const std::vector<std::string>& parents) {
    const auto repository = git::Repository::open(library, {repo.path()});
    REQUIRE(repository);
    const ObjectStore objects(*repository);
    std::vector<ObjectId> ids;
    for (const std::string& parent : parents) ids.push_back(id_of(parent));
    Diagnostics diagnostics;
    TreeDiff out = diff_tree(objects, id_of(tree), ids, diagnostics);
    CHECK(diagnostics.empty());
    return out;
  }

  ObjectId id_of(const std::string& revision) {
    const auto id = parse_id(repo.git("rev-parse " + revision + "^{tree}"));
    REQUIRE(id);
    return *id;
  }
};

std::vector<std::string> paths(const TreeDiff& diff) {
  std::vector<std::string> out;
  for (const NewBlob& blob : diff.added) out.push_back("+" + blob.path);
  for (const BlobAt& blob : diff.dropped) out.push_back("-" + blob.path);
  return out;
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE_FIXTURE(Fixture, "diff_tree") {
  repo.write("keep/same", "1");
  repo.write("edit", "1");
  repo.write("gone/x/y", "1");
  repo.commit("one");
  repo.git("tag one");
  repo.git("rm -q -r gone");
  repo.write("edit", "2");
  repo.write("new/z", "2");
  repo.commit("two");

  SUBCASE("against one parent") {
    const TreeDiff changes = diff("HEAD", {"one"});
    CHECK(paths(changes) == Paths{"+edit", "+new/z", "-gone/x/y"});
    CHECK_FALSE(changes.added[0].before[0].is_zero());
    CHECK(changes.added[1].before[0].is_zero());
  }
  SUBCASE("against itself there is nothing") {
    CHECK(paths(diff("HEAD", {"HEAD"})).empty());
  }
  SUBCASE("what any parent has is not new") {
    CHECK(paths(diff("HEAD", {"one", "HEAD"})).empty());
  }
  SUBCASE("what is dropped every parent has") {
    repo.git("tag two");
    repo.git("rm -q edit");
    repo.commit("three");
    CHECK(paths(diff("HEAD", {"one", "two"})) == Paths{"-edit", "-edit"});
  }
}

TEST_CASE_FIXTURE(Fixture, "diff_tree: a file becomes a folder and back") {
  repo.commit("thing", "1", "one");
  repo.git("tag one");
  repo.git("rm -q thing");
  repo.commit("thing/inner", "2", "two");
  CHECK(paths(diff("HEAD", {"one"})) == Paths{"+thing/inner", "-thing"});
  CHECK(paths(diff("one", {"HEAD"})) == Paths{"+thing", "-thing/inner"});
}

TEST_CASE_FIXTURE(Fixture, "blob_at") {
  repo.commit("a/b", "1", "one");
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  const ObjectStore objects(*repository);
  const ObjectId tree = id_of("HEAD");
  CHECK(blob_at(objects, tree, "a/b").hex() == repo.git("rev-parse HEAD:a/b"));
  CHECK(blob_at(objects, tree, "a").is_zero());
  CHECK(blob_at(objects, tree, "a/c").is_zero());
  CHECK(blob_at(objects, tree, "a/b/c").is_zero());
}

}  // namespace leaksieve
