#include "scanner/source/index_format.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/index_bytes.h"

using leaksieve::IndexEntry;
using leaksieve::parse_index;
using leaksieve::test::EntryBytes;
using leaksieve::test::extension;
using leaksieve::test::index_bytes;

namespace {

std::string error_of(const std::string& bytes) {
  const auto parts = parse_index(bytes);
  return parts ? "none" : parts.error().message;
}

EntryBytes with_path(std::string path) {
  EntryBytes entry;
  entry.path = std::move(path);
  return entry;
}

}  // namespace

TEST_CASE("parse_index") {
  SUBCASE("an index without entries") {
    for (const unsigned version : {2U, 3U, 4U}) {
      const std::string bytes = index_bytes(version, {});
      const auto parts = parse_index(bytes);
      REQUIRE(parts);
      CHECK(parts->entries.empty());
      CHECK(parts->checksum.is_zero());
    }
  }

  SUBCASE("paths of every length near the padding and the twelve bits") {
    for (const unsigned version : {2U, 4U}) {
      for (std::size_t length :
           {1U, 2U, 7U, 8U, 9U, 10U, 4094U, 4095U, 4096U, 70000U}) {
        CAPTURE(version);
        CAPTURE(length);
        const std::string bytes =
            index_bytes(version, {with_path(std::string(length, 'a')), with_path("b")});
        const auto parts = parse_index(bytes);
        REQUIRE(parts);
        CHECK(parts->entries[0].path == std::string(length, 'a'));
      }
    }
  }

  SUBCASE("version 4 drops the end of the path before") {
    EntryBytes next = with_path("b");
    next.dropped = 200;
    EntryBytes last = with_path("c");
    last.dropped = 1;
    const std::string bytes =
        index_bytes(4, {with_path("dir/" + std::string(200, 'a')), next, last});
    const auto parts = parse_index(bytes);
    REQUIRE(parts);
    CHECK(parts->entries[1].path == "dir/b");
    CHECK(parts->entries[2].path == "dir/c");
  }

  SUBCASE("flags") {
    EntryBytes entry = with_path("a");
    entry.more_flags = 0x2000;
    EntryBytes other = with_path("b");
    other.more_flags = 0x4000;
    const std::string bytes = index_bytes(3, {entry, other});
    const auto parts = parse_index(bytes);
    REQUIRE(parts);
    CHECK(parts->entries[0].intent_to_add);
    CHECK(!parts->entries[0].skip_worktree);
    CHECK(parts->entries[1].skip_worktree);
    CHECK(!parts->entries[1].intent_to_add);
  }

  SUBCASE("optional extensions are skipped, others must be known") {
    const std::string known = extension("REUC", "xx") + extension("ZZZZ", "") +
                              extension("TREE", "t") + extension("sdir", "");
    const std::string bytes = index_bytes(2, {with_path("a")}, known);
    const auto parts = parse_index(bytes);
    REQUIRE(parts);
    CHECK(parts->cached_trees == "t");
    CHECK(parts->sparse);
    CHECK(error_of(index_bytes(2, {}, extension("zzzz", "x"))) ==
          "index has an extension that must be understood and is unknown: 'zzzz'");
    CHECK(error_of(index_bytes(2, {}, extension("\x1b[1m", "x"))) ==
          "index has an extension that must be understood and is unknown: 0x1b5b316d");
  }
}

TEST_CASE("parse_index refuses") {
  EntryBytes stage2 = with_path("a");
  stage2.stage = 2;
  EntryBytes too_long = with_path("abc");
  too_long.claimed_length = 4;
  EntryBytes too_short = with_path("abc");
  too_short.claimed_length = 2;
  EntryBytes unknown_flags = with_path("a");
  unknown_flags.more_flags = 0x8000;
  EntryBytes odd_mode = with_path("a");
  odd_mode.mode = 0010644;
  EntryBytes directory = with_path("dir/");
  directory.mode = 0040000;
  EntryBytes bare_directory = with_path("dir");
  bare_directory.mode = 0040000;
  EntryBytes drops_too_much = with_path("b");
  drops_too_much.dropped = 2;

  struct Row {
    std::string bytes;
    std::string_view error;
  };
  const std::string whole = index_bytes(2, {with_path("a"), with_path("b")});
  const Row rows[] = {
      {"", "index is too short"},
      {"DIRC", "index is too short"},
      {"PACK" + whole.substr(4), "not an index: does not start with DIRC"},
      {index_bytes(5, {}), "index has version 5, known are 2 to 4"},
      {index_bytes(1, {}), "index has version 1, known are 2 to 4"},
      {index_bytes(2, {with_path("a")}, "", 2),
       "index says it has 2 entries, and is too short for them"},
      {index_bytes(2, {}, "", 0xffffffff),
       "index says it has 4294967295 entries, and is too short for them"},
      {index_bytes(2, {with_path("a"), with_path("b")}, "", 1),
       "index has an extension that must be understood and is unknown: 0x00000000"},
      {index_bytes(2, {with_path("b"), with_path("a")}),
       "index entry 2 of 2 is out of order"},
      {index_bytes(2, {with_path("a"), with_path("a")}),
       "index entry 2 of 2 is out of order"},
      {index_bytes(2, {stage2, with_path("a")}), "index entry 2 of 2 is out of order"},
      {index_bytes(2, {with_path("a"), with_path("")}),
       "index entry 2 of 2 is out of order"},
      {index_bytes(2, {too_long}),
       "index entry 1 of 1 lies about the length of its path"},
      {index_bytes(2, {too_short}),
       "index entry 1 of 1 lies about the length of its path"},
      {index_bytes(3, {unknown_flags}), "index entry 1 of 1 has unknown flags"},
      {index_bytes(2, {odd_mode}), "index entry 1 of 1 has an unknown mode"},
      {index_bytes(2, {directory}), "index has directories, but no extension 'sdir'"},
      {index_bytes(2, {bare_directory}, extension("sdir", "")),
       "index entry 1 of 1 is a damaged directory"},
      {index_bytes(2, {with_path("dir/")}),
       "index entry 1 of 1 has a path that ends in '/'"},
      {index_bytes(2, {with_path("")}),
       "index has entries without a path, but no extension 'link'"},
      {index_bytes(4, {with_path("a"), drops_too_much}),
       "index entry 2 of 2 has a damaged path"},
      {index_bytes(2, {}, "TREE"), "index ends in the middle of an extension"},
      {index_bytes(2, {}, extension("TREE", "123").substr(0, 10)),
       "index ends in the middle of an extension"},
      {index_bytes(2, {}, extension("link", "") + extension("link", "")),
       "index has two extensions 'link'"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes.size());
    CHECK(error_of(row.bytes) == row.error);
  }
}

TEST_CASE("parse_index does not let version 4 grow without bound") {
  // Each entry keeps the long path before it and adds a byte.
  std::vector<EntryBytes> entries = {with_path(std::string(100000, 'a'))};
  for (int i = 0; i < 5000; ++i) entries.push_back(with_path("b"));
  CHECK(error_of(index_bytes(4, entries)).find("has a path that is far too long") !=
        std::string::npos);
}
