#include "scanner/text/joined_text.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {
namespace {

std::string joined(std::string_view text) {
  std::string out;
  visit_joined(text, {0, text.size()}, [&](const DecodedText& one) {
    CHECK(one.map.size() == one.bytes.size());
    out += one.bytes;
    return true;
  });
  return out;
}

}  // namespace

TEST_CASE("visit_joined: strings that are joined") {
  const std::string whole = "k = 'abc1234567890'";
  CHECK(joined("k = 'abc123' + '4567890'") == whole);
  CHECK(joined("k = 'abc123' +\n    '4567890'") == whole);
  CHECK(joined("k = 'abc123'\r\n    + '4567890'") == whole);
  CHECK(joined("k = 'abc123' .\n    '4567890'") == whole);
  CHECK(joined("k = 'abc123'\n    '4567890'") == whole);
  CHECK(joined("k = 'abc123' \\\n    '4567890'") == whole);
}

TEST_CASE("visit_joined: lines that go on") {
  CHECK(joined("KEY=abc123\\\n4567890\n") == "KEY=abc1234567890\n");
  CHECK(joined("key = abc123\\\r\n    4567890") == "key = abc1234567890");
}

TEST_CASE("visit_joined: no pieces of a token") {
  CHECK(joined("'some words 123 ' +\n 'and others'").empty());
  CHECK(joined("['abc1234567',\n '4567890123']").empty());
  CHECK(joined("'abc1234567' + \"4567890123\"").empty());
  CHECK(joined("'lettersonly' + 'areNoToken'").empty());
  CHECK(joined("#define X(a) \\\n  a1234567890").empty());
  CHECK(joined("+").empty());
  CHECK(joined("\n").empty());
  CHECK(joined("\\\n").empty());
}

TEST_CASE("OffsetMap::first_piece: of a joined text") {
  visit_joined("k = 'abc123' + '4567890'", {0, 24}, [](const DecodedText& one) {
    CHECK(one.map.first_piece({5, 18}) == ByteSpan{5, 11});
    CHECK(one.map.raw({5, 11}) == ByteSpan{5, 11});
    CHECK(one.map.raw({11, 12}) == ByteSpan{16, 17});
    CHECK_FALSE(one.map.is_copied({5, 18}));
    return true;
  });
}

}  // namespace leaksieve
