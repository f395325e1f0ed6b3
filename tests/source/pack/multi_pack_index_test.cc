#include "scanner/source/pack/multi_pack_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "scanner/base/file.h"
#include "scanner/source/pack/pack.h"
#include "tests/support/temp_repo.h"

using namespace leaksieve;

namespace {

// A repository of two packs, and the folder that they lie in.
std::string with_two_packs(test::TempRepo& repo) {
  repo.commit("a", "one", "first");
  repo.git("repack -q");
  repo.commit("a", "two", "second");
  repo.git("repack -q");
  repo.git("multi-pack-index write");
  return repo.path() + "/.git/objects/pack/";
}

}  // namespace

TEST_CASE("a multi-pack-index says what the indexes of its packs say") {
  test::TempRepo repo;
  const std::string folder = with_two_packs(repo);
  const auto bytes = read_file(folder + "multi-pack-index");
  REQUIRE(bytes);
  const auto packs = parse_multi_pack_index(*bytes);
  REQUIRE(packs);
  REQUIRE(packs->size() == 2);
  for (const IndexedPack& pack : *packs) {
    const auto index = read_file(folder + pack.name);
    REQUIRE(index);
    CHECK(pack.entries.size() == 3);
    CHECK(read_pack_index_entries(*index) == pack.entries);
  }
}

TEST_CASE("a multi-pack-index that is cut off or damaged is refused or read") {
  test::TempRepo repo;
  const auto bytes = read_file(with_two_packs(repo) + "multi-pack-index");
  REQUIRE(bytes);
  for (std::size_t size = 0; size + 20 < bytes->size(); ++size) {
    CHECK_FALSE(parse_multi_pack_index(std::string_view(*bytes).substr(0, size)));
  }
  CHECK_FALSE(parse_multi_pack_index("MIDY" + bytes->substr(4)));
  for (const std::size_t at : {4, 5}) {
    std::string other = *bytes;
    other[at] = 7;
    CHECK_FALSE(parse_multi_pack_index(other));
  }
  for (std::size_t at = 0; at < bytes->size(); ++at) {
    std::string damaged = *bytes;
    damaged[at] = static_cast<char>(~damaged[at]);
    if (const auto packs = parse_multi_pack_index(damaged)) CHECK(packs->size() == 2);
  }
}
