#include "scanner/source/pack/pack_file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <ostream>

#include "tests/source/pack/pack_bytes.h"
#include "tests/support/temp_dir.h"

namespace leaksieve {

TEST_CASE("parse_entry_header reads what it was made from") {
  const std::uint64_t sizes[] = {0,    1, 15, 16, 2047, 2048, std::uint64_t{5} << 32,
                                 ~0ULL};
  for (const std::uint64_t size : sizes) {
    CAPTURE(size);
    const auto plain =
        parse_entry_header(test::entry_header(EntryKind::tree, size) + "more", 12);
    REQUIRE(plain);
    CHECK(plain->kind == EntryKind::tree);
    CHECK(plain->size == size);
    CHECK(plain->header_size == test::entry_header(EntryKind::tree, size).size());

    const auto by_id = parse_entry_header(
        test::entry_header(EntryKind::id_delta, size) + test::bytes_of(test::id_of(3)),
        12);
    REQUIRE(by_id);
    CHECK(by_id->base_id == test::id_of(3));
  }
  const std::uint64_t distances[] = {1,     127,    128,     16511,
                                     16512, 500000, 1 << 30, std::uint64_t{3} << 33};
  for (const std::uint64_t distance : distances) {
    CAPTURE(distance);
    const std::string bytes =
        test::entry_header(EntryKind::offset_delta, 9) + test::base_distance(distance);
    const auto header = parse_entry_header(bytes, std::uint64_t{1} << 40);
    REQUIRE(header);
    CHECK(header->base_offset == (std::uint64_t{1} << 40) - distance);
    CHECK(header->header_size == bytes.size());
    CHECK(header->header_size <= kMaxEntryHeader);
    CHECK_FALSE(parse_entry_header(bytes, distance - 1));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      CHECK_FALSE(parse_entry_header(bytes.substr(0, size), std::uint64_t{1} << 40));
    }
  }
}

TEST_CASE("parse_entry_header refuses") {
  const auto header = [](const std::string& bytes) {
    return parse_entry_header(bytes, 1000).has_value();
  };
  CHECK_FALSE(header(""));
  CHECK_FALSE(header(std::string(1, '\0')));              // no kind 0
  CHECK_FALSE(header("\x51"));                            // no kind 5
  CHECK_FALSE(header("\xb0"));                            // no second byte
  CHECK_FALSE(header("\xb0" + std::string(30, '\xff')));  // more than 64 bits
  CHECK_FALSE(header("\xb0" + std::string(8, '\x80') + "\x7f"));
  CHECK_FALSE(header(std::string("\x61\0", 2)));  // its own base
  CHECK_FALSE(header("\x61" + std::string(20, '\xff') + "\x01"));
  CHECK_FALSE(header("\x71" + std::string(19, 'i')));
}

TEST_CASE("PackFile") {
  const test::TempDir dir;
  const std::string path = dir / "x.pack";
  const std::string good =
      test::pack_bytes({{test::id_of(1), EntryKind::blob, "hello"}}).pack;
  test::write_bytes(path, good);
  const auto pack = PackFile::open(path);
  REQUIRE(pack);

  SUBCASE("reads ranges") {
    CHECK(pack->size() == good.size());
    CHECK(pack->object_count() == 1);
    CHECK(test::bytes_of(pack->checksum()) == std::string(20, 'c'));
    std::string bytes(4, '\0');
    CHECK(pack->read(0, bytes.data(), 4));
    CHECK(bytes == "PACK");
    CHECK(pack->read(good.size(), bytes.data(), 0));
    CHECK_FALSE(pack->read(good.size() - 3, bytes.data(), 4));
    CHECK_FALSE(pack->read(~0ULL, bytes.data(), 4));
  }
  SUBCASE("truncated while it is open is a read that fails") {
    std::filesystem::resize_file(path, 14);
    std::string bytes(4, '\0');
    CHECK(pack->read(8, bytes.data(), 4));
    CHECK_FALSE(pack->read(12, bytes.data(), 4));
  }
  SUBCASE("refuses what is no pack") {
    for (std::size_t size = 0; size < 32; ++size) {
      test::write_bytes(path, good.substr(0, size));
      CHECK_FALSE(PackFile::open(path));
    }
    test::write_bytes(path, "KCAP" + good.substr(4));
    CHECK(PackFile::open(path).error().message ==
          "cannot read " + path + ": not a pack");
    std::string newer = good;
    newer[7] = '\4';
    test::write_bytes(path, newer);
    CHECK_FALSE(PackFile::open(path));
    newer[7] = '\3';
    test::write_bytes(path, newer);
    CHECK(PackFile::open(path));
    CHECK_FALSE(PackFile::open(dir.path()));
    CHECK_FALSE(PackFile::open(dir / "absent.pack"));
  }
}

}  // namespace leaksieve
