#include "scanner/source/history/history.h"

#include <doctest/doctest.h>

#include <ostream>

#include "scanner/source/commit.h"
#include "tests/support/temp_repo.h"

namespace leaksieve {
namespace {

std::unique_ptr<History> read(const test::TempRepo& repo,
                              StructureOptions options = {}) {
  const git::Library library;
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  auto history = read_history(*repository, options);
  REQUIRE(history);
  return std::move(history).value();
}

}  // namespace

TEST_CASE(
    "read_history follows HEAD, branches, tags and notes, with and without packs") {
  test::TempRepo repo;
  repo.commit("a", "one", "first");
  repo.git("tag -a -m v v1");
  repo.commit("a", "two", "second");
  repo.git("notes add -m noted HEAD");
  repo.git("update-ref refs/pull/7/head HEAD~1");
  for (const bool packed : {false, true}) {
    CAPTURE(packed);
    if (packed) repo.git("gc -q --prune=now");
    for (const bool use_packs : {false, true}) {
      CAPTURE(use_packs);
      const auto history = read(repo, {.use_packs = use_packs});
      CHECK(history->diagnostics.empty());
      CHECK(history->reachable->diagnostics().empty());
      CHECK(history->reachable->commits().size() == 3);
      CHECK(history->reachable->blobs().size() == 3);
      CHECK(history->tags.size() == 1);
      REQUIRE(history->refs.size() == 4);
      CHECK(history->refs[0].name == "refs/heads/main");
      CHECK(history->refs[0].target == history->head);
      // The tag's target, not the tag.
      CHECK(history->refs[3].name == "refs/tags/v1");
      CHECK(history->refs[3].target.hex() == repo.git("rev-parse v1^{commit}"));
    }
  }
}

TEST_CASE("read_history of a repository without a commit is empty") {
  test::TempRepo repo;
  const auto history = read(repo);
  CHECK(history->head.is_zero());
  CHECK(history->reachable->commits().empty());
  CHECK(history->diagnostics.empty());
}

TEST_CASE("read_history says which ref names nothing, and takes the others") {
  test::TempRepo repo;
  repo.commit("a", "one", "first");
  repo.write(".git/refs/heads/gone", "1234567890123456789012345678901234567890\n");
  const auto history = read(repo);
  CHECK(history->reachable->commits().size() == 1);
  REQUIRE(history->diagnostics.size() == 1);
  CHECK(history->diagnostics[0].what.find("refs/heads/gone") != std::string::npos);
  CHECK(history->diagnostics[0].incomplete);
}

}  // namespace leaksieve
