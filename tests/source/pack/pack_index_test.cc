#include "scanner/source/pack/pack_index.h"

#include <doctest/doctest.h>

#include <ostream>
#include <random>

#include "tests/source/pack/pack_bytes.h"

namespace leaksieve {
namespace {

using test::big_endian;
using test::file_bytes;
using test::id_of;

constexpr std::uint64_t kPackSize = 1000;

std::string small_index() {
  return test::index_bytes({{id_of(1), 300}, {id_of(1, 7), 12}, {id_of(200), 979}});
}

}  // namespace

TEST_CASE("PackIndex numbers the objects by offset") {
  const auto index = PackIndex::parse(file_bytes(small_index()), kPackSize);
  REQUIRE(index);
  REQUIRE(index->size() == 3);
  CHECK(index->id(0) == id_of(1, 7));
  CHECK(index->id(1) == id_of(1));
  CHECK(index->id(2) == id_of(200));
  CHECK(index->offset(1) == 300);
  CHECK(index->span(0) == 288);
  CHECK(index->span(2) == 1);
  CHECK(index->find(id_of(1)) == 1);
  CHECK(index->find(id_of(200)) == 2);
  CHECK_FALSE(index->find(id_of(0)));
  CHECK_FALSE(index->find(id_of(1, 8)));
  CHECK_FALSE(index->find(id_of(255)));
  CHECK(index->find_offset(12) == 0);
  CHECK(index->find_offset(979) == 2);
  for (const std::uint64_t offset : {0ULL, 11ULL, 13ULL, 978ULL, 980ULL, 1ULL << 40}) {
    CHECK_FALSE(index->find_offset(offset));
  }
  CHECK(test::bytes_of(index->pack_checksum()) == std::string(20, 'c'));
}

TEST_CASE("PackIndex of no objects") {
  const auto index = PackIndex::parse(file_bytes(test::index_bytes({})), 32);
  REQUIRE(index);
  CHECK(index->size() == 0);
  CHECK_FALSE(index->find(id_of(0)));
  CHECK_FALSE(index->find_offset(12));
}

TEST_CASE("PackIndex reads offsets of 64 bits") {
  const std::uint64_t far = std::uint64_t{5} << 32;
  const auto index = PackIndex::parse(
      file_bytes(test::index_bytes({{id_of(1), far}, {id_of(2), 12}}, true)),
      far + 100);
  REQUIRE(index);
  CHECK(index->offset(0) == 12);
  CHECK(index->offset(1) == far);
  CHECK(index->find_offset(far) == 1);
  CHECK(index->find_offset(12) == 0);
}

TEST_CASE("PackIndex finds what it has, and nothing else") {
  const unsigned seed = 4711;
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 50; ++round) {
    // Crowded at one end, as no pack is: blocks of very different fill.
    std::vector<std::pair<ObjectId, std::uint64_t>> objects;
    std::uint64_t offset = 12;
    const std::size_t count = random() % 300;
    for (unsigned i = 0; i < count; ++i) {
      objects.emplace_back(id_of(random() % 256, i), offset);
      offset += 1 + (random() % 10 == 0 ? random() % 100000 : random() % 3);
    }
    const auto index =
        PackIndex::parse(file_bytes(test::index_bytes(objects)), offset + 20);
    REQUIRE(index);
    REQUIRE(index->size() == count);
    for (ObjectNumber i = 0; i < count; ++i) {
      CHECK(index->id(i) == objects[i].first);
      CHECK(index->find(objects[i].first) == i);
      CHECK(index->find_offset(objects[i].second) == i);
      const bool next = i + 1 < count && objects[i + 1].second == objects[i].second + 1;
      CHECK(index->find_offset(objects[i].second + 1).has_value() == next);
    }
  }
}

TEST_CASE("PackIndex refuses an index that is cut off anywhere") {
  const std::string whole = small_index();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(PackIndex::parse(file_bytes(whole.substr(0, size)), kPackSize));
  }
}

TEST_CASE("PackIndex refuses what cannot be true") {
  const std::string whole = small_index();
  const std::size_t ids = 8 + 1024;
  const std::size_t offsets = ids + 3 * 24;
  struct Lie {
    std::string_view about;
    std::size_t at;
    std::string bytes;
    std::string_view message;
  };
  const Lie lies[] = {
      {"magic", 0, "x", "pack index is not of version 2 (git index-pack makes one)"},
      {"version", 7, "\3", "pack index has an unknown version"},
      {"count", ids - 4, big_endian(0xffffffff, 4),
       "pack index says it has more objects than fit into it"},
      {"one less", ids - 4, big_endian(2, 4),
       "pack index has another size than its objects need"},
      {"fanout rises too far", 8 + 4 * 100, big_endian(9, 4),
       "the fanout of the pack index falls"},
      {"fanout falls", 8 + 4 * 100, big_endian(0, 4),
       "the fanout of the pack index falls"},
      {"fanout is early", 8, big_endian(1, 4),
       "the fanout of the pack index does not fit its ids"},
      {"ids", ids + 19, "\x8", "the ids of the pack index are not sorted"},
      {"offset in the header", offsets, big_endian(11, 4),
       "pack index has an offset outside the pack"},
      {"offset in the checksum", offsets, big_endian(980, 4),
       "pack index has an offset outside the pack"},
      {"offset far away", offsets, big_endian(0x7fffffff, 4),
       "pack index has an offset outside the pack"},
      {"64-bit offset", offsets, big_endian(0x80000000, 4),
       "pack index lacks a 64-bit offset"},
      {"two at one offset", offsets, big_endian(979, 4),
       "pack index has two objects at one offset"},
  };
  for (const Lie& lie : lies) {
    CAPTURE(lie.about);
    std::string damaged = whole;
    damaged.replace(lie.at, lie.bytes.size(), lie.bytes);
    const auto index = PackIndex::parse(file_bytes(damaged), kPackSize);
    REQUIRE_FALSE(index);
    CHECK(index.error().message == lie.message);
  }
  CHECK_FALSE(
      PackIndex::parse(file_bytes(whole + std::string(8 * 4, '\0')), kPackSize));
  CHECK_FALSE(PackIndex::parse(file_bytes(whole), 31));
  CHECK_FALSE(PackIndex::parse(file_bytes(whole), 0));
}

}  // namespace leaksieve
