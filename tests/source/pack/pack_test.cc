#include "scanner/source/pack/pack.h"

#include <doctest/doctest.h>

#include <ostream>

#include "tests/source/pack/pack_bytes.h"
#include "tests/support/temp_dir.h"

namespace leaksieve {

TEST_CASE("Pack::open") {
  const test::TempDir dir;
  const std::string stem = dir / "p";
  test::PackBytes made = test::pack_bytes({{test::id_of(2), EntryKind::blob, "hello"},
                                           {test::id_of(1), EntryKind::blob, "you"}});
  test::write_pack(stem, made);

  SUBCASE("gives the objects in the order of the pack") {
    const auto pack = Pack::open(stem + ".idx");
    REQUIRE(pack);
    CHECK(pack->size() == 2);
    CHECK(pack->id(0) == test::id_of(2));
    CHECK(pack->find(test::id_of(1)) == 1);
    CHECK(pack->path() == stem + ".pack");
  }
  SUBCASE("refuses an index of another pack") {
    made.index[made.index.size() - 40] = 'x';
    test::write_pack(stem, made);
    const auto pack = Pack::open(stem + ".idx");
    REQUIRE_FALSE(pack);
    CHECK(pack.error().message == stem + ".pack does not belong to its index");
  }
  SUBCASE("refuses another count") {
    made.pack[11] = '\3';
    test::write_pack(stem, made);
    const auto pack = Pack::open(stem + ".idx");
    REQUIRE_FALSE(pack);
    CHECK(pack.error().message == stem + ".pack has 3 objects, its index 2");
  }
  SUBCASE("refuses a pack that is cut off anywhere") {
    for (std::size_t size = 0; size < made.pack.size(); ++size) {
      CAPTURE(size);
      test::write_bytes(stem + ".pack", made.pack.substr(0, size));
      CHECK_FALSE(Pack::open(stem + ".idx"));
    }
  }
  SUBCASE("names what is missing") {
    CHECK(Pack::open(stem).error().message ==
          stem + " is not named like the index of a pack");
    std::remove((stem + ".idx").c_str());
    CHECK(Pack::open(stem + ".idx").error().message ==
          "cannot read " + stem + ".idx: no such file");
  }
}

TEST_CASE("Pack::salvage") {
  const test::TempDir dir;
  const std::string stem = dir / "p";
  const test::PackBytes made =
      test::pack_bytes({{test::id_of(2), EntryKind::blob, "hello"},
                        {test::id_of(1), EntryKind::blob, std::string(900, 'x')}});
  const PackIndexEntries entries = read_pack_index_entries(made.index);

  SUBCASE("opens what is left of a pack that was cut off") {
    test::write_bytes(stem + ".pack", made.pack.substr(0, made.offsets[1] + 20));
    const auto pack = Pack::salvage(stem + ".pack", entries);
    REQUIRE(pack);
    CHECK(pack->size() == 1);
    CHECK(pack->id(0) == test::id_of(2));
  }
  SUBCASE("fails with nothing to go by") {
    test::write_bytes(stem + ".pack", made.pack);
    CHECK_FALSE(Pack::salvage(stem + ".pack", {}));
    CHECK(Pack::salvage(stem + ".pack", entries));
  }
  SUBCASE("fails at a pack of any length below its header and checksum") {
    for (std::size_t size = 0; size < 33; ++size) {
      test::write_bytes(stem + ".pack", made.pack.substr(0, size));
      CHECK_FALSE(Pack::salvage(stem + ".pack", entries));
    }
  }
}

}  // namespace leaksieve
