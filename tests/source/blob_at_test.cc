#include "scanner/source/blob_at.h"

#include <doctest/doctest.h>

#include <ostream>

#include "tests/support/temp_repo.h"

namespace leaksieve {

TEST_CASE("blob_at") {
  const git::Library library;
  test::TempRepo repo;
  repo.write("a/b/c", "deep");
  repo.git("config core.symlinks true");
  repo.write("ln.sh", "ln -s a/b/c link");
  repo.git("--version && cd " + repo.path() + " && sh ln.sh");
  repo.commit("top", "one", "first");
  const std::string first = repo.git("rev-parse HEAD");
  repo.commit("top", "two", "second");
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  const ObjectStore objects(*repository);
  const auto read = [&](const std::string& revision, std::string_view path,
                        std::uint64_t max = 1000) -> std::string {
    const auto commit = repository->commit_named(revision);
    REQUIRE(commit);
    const auto found = blob_at(objects, *commit, path, max);
    if (!found) return "error";
    return found->value_or("none");
  };
  CHECK(read(first, "top") == "one");
  CHECK(read("HEAD", "top") == "two");
  CHECK(read("HEAD", "a/b/c") == "deep");
  for (const char* path :
       {"", "a", "a/b", "top/x", "absent", "a/absent", "link", "../top", "/top"}) {
    CAPTURE(path);
    CHECK(read("HEAD", path) == "none");
  }
  CHECK(read("HEAD", "top", 2) == "error");
  CHECK_FALSE(blob_at(objects, ObjectId{}, "top", 10));
}

}  // namespace leaksieve
