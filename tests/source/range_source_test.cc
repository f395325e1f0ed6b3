#include "scanner/source/range_source.h"

#include <doctest/doctest.h>

#include <ostream>

#include "tests/support/temp_repo.h"

namespace leaksieve {

TEST_CASE("make_range_source lists what each commit brings") {
  const git::Library library;
  test::TempRepo repo;
  repo.write("kept", "1");
  repo.commit("a", "1", "base");
  repo.git("checkout -q -b side");
  repo.commit("side", "s", "side");
  repo.git("checkout -q main");
  repo.commit("a", "2", "edit");
  repo.git("merge -q --no-commit side");
  repo.write("evil", "brought by the merge alone");
  repo.commit("merge");

  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  const auto list = [&](const std::string& text, const PathFilter& filter) {
    const auto range = parse_range(*repository, text);
    REQUIRE(range);
    const auto source = make_range_source(*repository, *range, filter, 1000);
    const Listing& listing = source->listing();
    std::string out;
    for (const Item& item : listing.items) {
      out += item.where == Where::file ? listing.paths[item.path] + " " : "| ";
    }
    return out;
  };
  CHECK(list("HEAD~2..HEAD", {}) == "| evil | a | side ");
  CHECK(list("HEAD^!", {}) == "| evil ");
  CHECK(list("HEAD~2^!", {}) == "| a kept ");
  auto glob = Glob::parse("evil");
  REQUIRE(glob);
  CHECK(list("HEAD^!", PathFilter({*glob})) == "| ");
}

}  // namespace leaksieve
