#include "scanner/source/history/history_source.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>

#include "tests/support/temp_repo.h"

namespace leaksieve {
namespace {

std::vector<std::string> listed(const test::TempRepo& repo,
                                HistoryOptions options = {}) {
  const git::Library library;
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  options.max_bytes = 1000;
  const auto source = make_history_source(*repository, options);
  REQUIRE(source);
  const Listing& listing = (*source)->listing();
  std::vector<std::string> out;
  for (const Item& item : listing.items) {
    out.push_back(std::string(name_of(item.where)) + " " + (*source)->path(item));
  }
  std::sort(out.begin(), out.end());
  return out;
}

using Listed = std::vector<std::string>;

}  // namespace

TEST_CASE("make_history_source lists each blob once, and the messages") {
  test::TempRepo repo;
  CHECK(listed(repo).empty());
  repo.write("d/copy", "same");
  repo.commit("a", "same", "one");
  repo.commit("a", "other", "two");
  CHECK(listed(repo) ==
        Listed{"commit message ", "commit message ", "file a", "file d/copy"});

  SUBCASE("notes, tags and the blobs that tags name") {
    repo.git("notes add -m noted HEAD");
    repo.git("tag -a -m tagged v1");
    repo.git("tag blob $(echo loose | git hash-object -w --stdin)");
    const Listed all = listed(repo);
    CHECK(std::count(all.begin(), all.end(), "tag message ") == 1);
    CHECK(std::count(all.begin(), all.end(), "tagged blob ") == 1);
    CHECK(std::count_if(all.begin(), all.end(), [](const std::string& line) {
            return line.starts_with("note ");
          }) == 1);
  }
  SUBCASE("names that matter are listed with every path") {
    HistoryOptions options;
    options.names_matter = [](std::string_view name) { return name == "copy"; };
    repo.write("e/copy", "same");
    repo.write("e/beside", "so that the folders are not one tree");
    repo.commit("three");
    const Listed all = listed(repo, options);
    CHECK(std::count(all.begin(), all.end(), "file d/copy") == 1);
    CHECK(std::count(all.begin(), all.end(), "file e/copy") == 1);
  }
  SUBCASE("unreachable objects only if asked for") {
    repo.git("reset -q --hard HEAD~1");
    const std::size_t before = listed(repo).size();
    HistoryOptions options;
    options.all_objects = true;
    CHECK(listed(repo, options).size() == before + 2);
  }
}

}  // namespace leaksieve
