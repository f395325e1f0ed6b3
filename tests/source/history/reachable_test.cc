#include "scanner/source/history/reachable.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>

#include "scanner/source/commit.h"
#include "scanner/source/history/history.h"
#include "tests/support/random_repo.h"

namespace leaksieve {
namespace {

struct Followed {
  git::Library library;
  std::optional<git::Repository> repository;
  std::unique_ptr<History> history;

  explicit Followed(const std::string& path, const StructureOptions& options = {}) {
    auto opened = git::Repository::open(library, {path});
    REQUIRE(opened);
    repository.emplace(std::move(opened).value());
    auto read = read_history(*repository, options);
    REQUIRE(read);
    history = std::move(read).value();
  }
  const Reachable& reachable() const { return *history->reachable; }
  ObjectNumber number(const std::string& hex) const {
    return history->objects.find(*parse_id(hex));
  }
};

}  // namespace

TEST_CASE("Reachable finds what git rev-list --objects finds") {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    CAPTURE(seed);
    test::RandomRepo made(seed, {.commits = 30, .files = 8, .lines = 4});
    made.repack();
    const Followed followed(made.path());
    std::vector<std::string> blobs;
    for (const ObjectNumber blob : followed.reachable().blobs()) {
      blobs.push_back(followed.history->objects.id(blob).hex());
      CHECK_FALSE(followed.reachable().path(blob).empty());
    }
    std::sort(blobs.begin(), blobs.end());
    std::string joined;
    for (const std::string& blob : blobs) joined += blob + "\n";
    if (!joined.empty()) joined.pop_back();
    CHECK(joined ==
          made.repo().git("rev-list --objects --all --no-object-names | "
                          "git cat-file --batch-check='%(objecttype) %(objectname)' | "
                          "sed -n 's/^blob //p' | sort -u"));
  }
}

TEST_CASE("Reachable gives a path at which the commit has the blob") {
  test::RandomRepo made(9, {.commits = 30, .files = 8, .lines = 4});
  made.repo().git("gc -q");
  const Followed followed(made.path());
  for (const ObjectNumber blob : followed.reachable().blobs()) {
    const auto commit = followed.reachable().commit(blob);
    REQUIRE(commit != CommitGraph::kNoCommit);
    const std::string place =
        followed.history->objects.id(followed.history->commits.number(commit)).hex() +
        ":" + followed.reachable().path(blob);
    CHECK(made.repo().git("rev-parse " + place) ==
          followed.history->objects.id(blob).hex());
  }
}

TEST_CASE("Reachable sees one object as a file and as a folder, if trees say so") {
  // A hostile tree names a folder as a file first, so that its content is passed over.
  test::TempRepo repo;
  repo.write("d/inside", "text");
  repo.commit("one");
  const std::string folder = repo.git("rev-parse HEAD:d");
  const std::string inside = repo.git("rev-parse HEAD:d/inside");
  const ObjectId id = *parse_id(folder);
  const std::string raw(reinterpret_cast<const char*>(id.bytes.data()),
                        id.bytes.size());
  repo.write(".git/tree", std::string("100644 as-file\0", 15) + raw +
                              std::string("40000 z\0", 8) + raw);
  const std::string tree = repo.git("hash-object -t tree --literally -w .git/tree");
  repo.git("update-ref refs/heads/main $(git commit-tree -m x " + tree + ")");
  const Followed followed(repo.path());
  CHECK(followed.reachable().reached_blob(followed.number(inside)));
  CHECK(followed.reachable().reached_blob(followed.number(folder)));
}

TEST_CASE("Reachable counts submodules and collects names that matter") {
  test::TempRepo repo;
  repo.write("a", "same");
  repo.write("d/.env", "same");
  repo.git(
      "update-index --add --cacheinfo "
      "160000,1234567890123456789012345678901234567890,sub");
  repo.git("add a d/.env");
  repo.git("commit -q -m one");
  StructureOptions options;
  options.names_matter = [](std::string_view name) { return name == ".env"; };
  const Followed followed(repo.path(), options);
  CHECK(followed.reachable().submodules() == 1);
  REQUIRE(followed.reachable().named().size() == 1);
  CHECK(followed.reachable().path(followed.reachable().named()[0]) == "d/.env");
  CHECK(followed.reachable().blobs().size() == 1);
}

TEST_CASE("Reachable stops at the edge of a shallow clone, and says so") {
  test::TempRepo full;
  full.commit("a", "one", "first");
  full.commit("a", "two", "second");
  test::TempRepo repo;
  repo.git("fetch -q --depth=1 'file://" + full.path() + "' main");
  repo.git("update-ref refs/heads/main FETCH_HEAD");
  const Followed followed(repo.path());
  CHECK(followed.reachable().reached_shallow());
  CHECK(followed.reachable().commits().size() == 1);
  CHECK(followed.reachable().diagnostics().empty());
}

}  // namespace leaksieve
