#include "scanner/source/split_index.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/index_bytes.h"

using leaksieve::IndexParts;
using leaksieve::merge_split_index;
using leaksieve::parse_index;
using leaksieve::parse_split_link;
using leaksieve::SplitLink;
using leaksieve::test::EntryBytes;
using leaksieve::test::ewah_bytes;
using leaksieve::test::ewah_marker;
using leaksieve::test::ewah_of_bits;
using leaksieve::test::extension;
using leaksieve::test::index_bytes;

namespace {

EntryBytes entry(std::string path, char id, std::uint32_t mode = 0100644) {
  EntryBytes bytes;
  bytes.path = std::move(path);
  bytes.id = id;
  bytes.mode = mode;
  return bytes;
}

/// The merged entries as "path=id" one after the other, or the Error.
std::string merged(const std::vector<EntryBytes>& shared,
                   const std::vector<EntryBytes>& own, const std::string& bitmaps,
                   std::string_view shared_extensions = {}) {
  const std::string link_data = std::string(20, 's') + bitmaps;
  const std::string shared_bytes = index_bytes(2, shared, shared_extensions);
  const std::string own_bytes =
      index_bytes(2, own, extension("link", link_data) + extension("sdir", ""));
  const auto shared_parts = parse_index(shared_bytes);
  REQUIRE(shared_parts);
  const auto own_parts = parse_index(own_bytes);
  REQUIRE(own_parts);
  const auto link = parse_split_link(*own_parts->link);
  REQUIRE(link);
  CHECK(link->shared.bytes[0] == 's');
  const auto entries = merge_split_index(*link, *own_parts, *shared_parts);
  if (!entries) return entries.error().message;
  std::string text;
  for (const auto& each : *entries) {
    text += std::string(each.path) + "=" + static_cast<char>(each.id.bytes[0]) + " ";
  }
  return text;
}

}  // namespace

TEST_CASE("merge_split_index") {
  const std::vector<EntryBytes> shared = {entry("a", '1'), entry("c", '2'),
                                          entry("e", '3')};
  const std::string none = ewah_bytes({});

  SUBCASE("nothing changed") {
    CHECK(merged(shared, {}, "") == "a=1 c=2 e=3 ");
    CHECK(merged(shared, {}, none + none) == "a=1 c=2 e=3 ");
  }

  SUBCASE("deleted, replaced, added") {
    CHECK(merged(shared, {}, ewah_of_bits({0, 2}) + none) == "c=2 ");
    CHECK(merged(shared, {entry("", 'x'), entry("", 'y')},
                 none + ewah_of_bits({0, 2})) == "a=x c=2 e=y ");
    CHECK(merged(shared, {entry("", 'x'), entry("b", 'n'), entry("f", 'm')},
                 ewah_of_bits({0}) + ewah_of_bits({1})) == "b=n c=x e=3 f=m ");
    CHECK(merged({}, {entry("b", 'n')}, none + none) == "b=n ");
  }

  SUBCASE("an added entry takes the place of one that is there") {
    CHECK(merged(shared, {entry("c", 'n')}, none + none) == "a=1 c=n e=3 ");
  }

  SUBCASE("an entry both replaced and deleted is deleted") {
    CHECK(merged(shared, {entry("", 'x')}, ewah_of_bits({1}) + ewah_of_bits({1})) ==
          "a=1 e=3 ");
  }

  SUBCASE("parts that do not fit are Errors") {
    CHECK(merged(shared, {}, none + ewah_of_bits({0})) ==
          "split index replaces 1 entries, and has 0 for them");
    CHECK(merged(shared, {entry("", 'x')}, "") ==
          "split index replaces 0 entries, and has 1 for them");
    CHECK(merged(shared, {}, ewah_of_bits({3}) + none) ==
          "bitmap has a bit past the end of what it is about");
    CHECK(merged(shared, {}, ewah_bytes({ewah_marker(true, 0xffffffff, 0)}) + none) ==
          "bitmap has a bit past the end of what it is about");
    CHECK(merged(shared, {}, none) == "bitmap is cut off");
    CHECK(merged(shared, {}, none + none + "x") ==
          "extension 'link' has bytes after its bitmaps");
    CHECK(merged(shared, {}, "", extension("link", std::string(20, 'z'))) ==
          "shared index is itself split");
    CHECK(merged(shared, {entry("", 'x', 0040000)}, none + ewah_of_bits({0})) ==
          "split index replaces a directory by a file, or a file by one");
  }

  SUBCASE("replacing must keep the order") {
    EntryBytes ours = entry("a", '1');
    ours.stage = 2;
    EntryBytes theirs = entry("a", '2');
    theirs.stage = 3;
    EntryBytes replacement = entry("", 'x');
    replacement.stage = 3;
    CHECK(merged({ours, theirs}, {replacement}, none + ewah_of_bits({0})) ==
          "entries of the split index are out of order");
  }
}

TEST_CASE("parse_split_link refuses less than an id") {
  CHECK(parse_split_link(std::string(19, 'x')).error().message ==
        "extension 'link' of the index is too short");
}
