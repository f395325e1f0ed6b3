#include "scanner/source/git_source.h"

#include <doctest/doctest.h>

#include <ostream>

#include "scanner/source/commit.h"
#include "tests/support/temp_repo.h"

namespace leaksieve {

TEST_CASE("GitSource reads blobs whole and of a commit the message alone") {
  const git::Library library;
  test::TempRepo repo;
  repo.commit("a", "content", "subject line");
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  const auto commit = parse_id(repo.git("rev-parse HEAD"));
  const auto blob = parse_id(repo.git("rev-parse HEAD:a"));
  const GitSource source(*repository, Listing{}, 1000);
  const auto reader = source.make_reader();

  const auto message = reader->read({*commit, 0, 0, kNone, Where::commit_message});
  REQUIRE(message);
  CHECK(*message == "subject line\n");
  const auto text = reader->read({*blob, 0, 0, kNone, Where::file});
  REQUIRE(text);
  CHECK(*text == "content");

  const CommitInfo info = source.commit_info(*commit);
  CHECK(info.author == "Ada <ada@example.com>");
  CHECK(info.date == "2026-01-02T03:01:05+00:00");
  CHECK(source.commit_info(*blob).author.empty());
}

}  // namespace leaksieve
