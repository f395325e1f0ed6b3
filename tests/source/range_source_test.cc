#include "scanner/source/range_source.h"

#include <doctest/doctest.h>

#include <ostream>
#include <set>
#include <string>

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

TEST_CASE("make_range_source notes paths that change, also those that are dropped") {
  const git::Library library;
  test::TempRepo repo;
  repo.write("gate/dropped", "1");
  repo.write("gate/edited", "1");
  repo.write("gate/kept", "1");
  repo.commit("a", "1", "base");
  repo.git("rm -q gate/dropped");
  repo.commit("drop");
  repo.write("gate/edited", "2");
  repo.commit("b", "1", "edit");
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  const auto range = parse_range(*repository, "HEAD~2..HEAD");
  REQUIRE(range);
  auto glob = Glob::parse("gate/");
  REQUIRE(glob);
  const auto source = make_range_source(
      *repository, *range, PathFilter({*glob}), 1000,
      [](std::string_view path) { return path.starts_with("gate/"); });
  CHECK(source->listing().noted ==
        std::set<std::string>{"gate/dropped", "gate/edited"});
}

}  // namespace leaksieve
