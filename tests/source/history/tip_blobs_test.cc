#include "scanner/source/history/tip_blobs.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>

#include "tests/support/random_repo.h"

namespace leaksieve {

TEST_CASE("tip_blobs are those that git ls-tree lists of the refs") {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    CAPTURE(seed);
    test::RandomRepo made(seed, {.commits = 40, .files = 9, .lines = 3});
    made.repack();
    const git::Library library;
    const auto repository = git::Repository::open(library, {made.path()});
    REQUIRE(repository);
    const auto history = read_history(*repository, {});
    REQUIRE(history);
    const std::vector<bool> tips = tip_blobs(**history);
    std::string told;
    std::vector<std::string> lines;
    for (ObjectNumber number = 0; number < tips.size(); ++number) {
      if (tips[number]) lines.push_back((*history)->objects.id(number).hex());
    }
    std::sort(lines.begin(), lines.end());
    for (const std::string& line : lines) told += (told.empty() ? "" : "\n") + line;
    CHECK(told == made.repo().git("for-each-ref --format='%(objectname)' | "
                                  "xargs -n1 git ls-tree -r | cut -c13-52 | sort -u"));
    CHECK(lines.size() < (*history)->reachable->blobs().size());
  }
}

}  // namespace leaksieve
