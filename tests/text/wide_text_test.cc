#include "scanner/text/wide_text.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {
namespace {

using namespace std::string_literals;

std::string widened(std::string_view ascii, std::size_t size, bool big_endian) {
  std::string out;
  for (const char c : ascii) {
    std::string unit(size, '\0');
    unit[big_endian ? size - 1 : 0] = c;
    out += unit;
  }
  return out;
}

std::string runs_in(std::string_view text, ByteSpan near) {
  std::string out;
  visit_wide_runs(text, near, [&](const DecodedText& one) {
    CHECK(one.map.raw({0, one.bytes.size()}).end <= text.size());
    out += "[" + one.bytes + "]";
    return true;
  });
  return out;
}

}  // namespace

TEST_CASE("decode_wide_text: with a byte order mark and without, either order") {
  const std::string text = "API_KEY=abc\r\nsecond line\r\n";
  for (const std::size_t size : {2U, 4U}) {
    for (const bool big_endian : {false, true}) {
      const std::string plain = widened(text, size, big_endian);
      const std::string mark = size == 2
                                   ? (big_endian ? "\xFE\xFF"s : "\xFF\xFE"s)
                                   : (big_endian ? "\0\0\xFE\xFF"s : "\xFF\xFE\0\0"s);
      REQUIRE(decode_wide_text(plain));
      CHECK(decode_wide_text(plain)->bytes == text);
      REQUIRE(decode_wide_text(mark + plain));
      CHECK(decode_wide_text(mark + plain)->bytes == text);
      CHECK(decode_wide_text(mark + plain)->map.raw({0, 1}) ==
            ByteSpan{mark.size(), mark.size() + size});
    }
  }
}

TEST_CASE("decode_wide_text: characters beyond ASCII, and what is none") {
  CHECK(decode_wide_text("\xFF\xFE\xE4\0\xAC\x20\x3D\xD8\x11\xDD"s)->bytes ==
        "\xC3\xA4\xE2\x82\xAC\xF0\x9F\x94\x91");
  CHECK(decode_wide_text("\xFF\xFE\x3D\xD8"s)->bytes == "\xEF\xBF\xBD");
  CHECK(decode_wide_text("\xFF\xFE\0\0\xFF\xFF\xFF\xFF"s)->bytes == "\xEF\xBF\xBD");
  CHECK(decode_wide_text("\xFF\xFEx"s)->bytes.empty());
}

TEST_CASE("decode_wide_text: no other text") {
  CHECK_FALSE(decode_wide_text(""));
  CHECK_FALSE(decode_wide_text("plain text, long enough to be one"));
  CHECK_FALSE(decode_wide_text(std::string(100, '\0')));
  CHECK_FALSE(
      is_wide_text("\xFF\xFE" + widened("first", 2, false) + std::string(80, 'x')));
  CHECK_FALSE(is_wide_text("\x7f"s + "ELF\2\1\1\0\0\0\0\0\0\0\0\0\0\0"s));
}

TEST_CASE("visit_wide_runs: inside another text, in either byte order") {
  const std::string said = "password=something";
  for (const bool big_endian : {false, true}) {
    const std::string text =
        "in UTF-8\n" + widened(said, 2, big_endian) + "\xFF\xFF and on";
    CHECK(runs_in(text, {0, text.size()}).find(said + "]") != std::string::npos);
    for (std::uint64_t at = 12; at < 40; ++at) {
      CHECK(runs_in(text, {at, at + 2}).find(said + "]") != std::string::npos);
    }
  }
  CHECK(runs_in(widened("short", 2, false), {0, 10}).empty());
  CHECK(runs_in(std::string(1000, '\0'), {0, 1000}).empty());
}

}  // namespace leaksieve
