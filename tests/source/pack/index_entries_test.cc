#include "scanner/source/pack/index_entries.h"

#include <doctest/doctest.h>

#include <ostream>

#include "scanner/source/pack/pack_index.h"
#include "tests/source/pack/pack_bytes.h"

using namespace leaksieve;
using test::id_of;

TEST_CASE("an index that is made of entries is read as them") {
  const PackIndexEntries entries{
      {id_of(1), 40}, {id_of(1, 1), 12}, {id_of(255), 1U << 31}};
  const auto index = PackIndex::parse(pack_index_file(entries, id_of(9)),
                                      (std::uint64_t{1} << 31) + 100);
  REQUIRE(index);
  CHECK(index->size() == 3);
  CHECK(index->pack_checksum() == id_of(9));
  for (const PackIndexEntry& entry : entries) {
    const auto number = index->find(entry.id);
    REQUIRE(number);
    CHECK(index->offset(*number) == entry.offset);
  }
  CHECK(read_pack_index_entries(pack_index_file(entries, {}).view()) == entries);
}

TEST_CASE("entries that cannot be true are left out") {
  const PackIndexEntries entries{{id_of(7), 12}, {id_of(6), 12},
                                 {id_of(5), 11}, {id_of(4), 80},
                                 {id_of(3), 79}, {id_of(2), UINT64_MAX}};
  CHECK(plausible(entries, 100) == PackIndexEntries{{id_of(3), 79}, {id_of(6), 12}});
  CHECK(plausible(entries, 5).empty());
}

TEST_CASE("of an index that is damaged what is there is read") {
  const std::string bytes = test::index_bytes({{id_of(1), 12}, {id_of(2), 40}});
  CHECK(read_pack_index_entries("").empty());
  CHECK(read_pack_index_entries("junk" + bytes).empty());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const PackIndexEntries read =
        read_pack_index_entries(std::string_view(bytes).substr(0, size));
    CHECK(read.size() <= 2);
    if (!read.empty()) CHECK(read[0] == PackIndexEntry{id_of(1), 12});
  }
  CHECK(read_pack_index_entries(bytes).size() == 2);
}
