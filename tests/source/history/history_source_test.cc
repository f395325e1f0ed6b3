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

TEST_CASE("a pack that is removed while it is read is read to its end") {
  test::TempRepo repo;
  for (int i = 0; i < 5; ++i) {
    repo.commit("a", "version " + std::to_string(i) + std::string(400, 'x'), "more");
  }
  repo.git("gc -q");
  const git::Library library;
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  HistoryOptions options;
  options.max_bytes = 1000;
  const auto source = make_history_source(*repository, options);
  REQUIRE(source);
  repo.git("version && rm .git/objects/pack/*");
  const auto reader = (*source)->make_reader();
  std::size_t read = 0;
  for (const Run& run : (*source)->runs()) {
    reader->visit(run, [&](std::size_t item, const Result<ItemText>& text) {
      CHECK(text);
      CHECK((*source)->commit((*source)->listing().items[item]) != ObjectId());
      ++read;
    });
  }
  CHECK(read == 10);
  const ObjectId head = (*source)->listing().items.front().object;
  CHECK_FALSE((*source)->commit_info(head).author.empty());
}

}  // namespace leaksieve
