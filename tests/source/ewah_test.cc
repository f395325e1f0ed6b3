#include "scanner/source/ewah.h"

#include <doctest/doctest.h>

#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/index_bytes.h"

using leaksieve::take_ewah_bits;
using leaksieve::test::big_endian;
using leaksieve::test::ewah_bytes;
using leaksieve::test::ewah_marker;
using Bits = std::vector<std::uint32_t>;

TEST_CASE("take_ewah_bits") {
  SUBCASE("reads runs and words, and leaves what follows") {
    const std::string bytes =
        ewah_bytes({ewah_marker(false, 1, 1), 0b101, ewah_marker(true, 1, 0),
                    ewah_marker(false, 0, 1), std::uint64_t{1} << 63});
    const std::string text = bytes + "rest";
    std::string_view data = text;
    const auto bits = take_ewah_bits(data, 256);
    REQUIRE(bits);
    Bits expected = {64, 66};
    for (std::uint32_t bit = 128; bit < 192; ++bit) expected.push_back(bit);
    expected.push_back(255);
    CHECK(*bits == expected);
    CHECK(data == "rest");
  }

  SUBCASE("a bitmap may be empty") {
    const std::string bytes = ewah_bytes({});
    std::string_view data = bytes;
    const auto bits = take_ewah_bits(data, 0);
    REQUIRE(bits);
    CHECK(bits->empty());
    CHECK(data.empty());
  }

  SUBCASE("unset bits may go past the limit") {
    const std::uint64_t most = 0xffffffff;
    const std::string bytes =
        ewah_bytes({ewah_marker(false, most, 1), 0, ewah_marker(false, most, 0)});
    std::string_view data = bytes;
    const auto bits = take_ewah_bits(data, 10);
    REQUIRE(bits);
    CHECK(bits->empty());
  }

  SUBCASE("a bit at the limit, or endless runs, are Errors") {
    const std::uint64_t most = 0xffffffff;
    const std::vector<std::uint64_t> bitmaps[] = {
        {ewah_marker(false, 0, 1), std::uint64_t{1} << 10},
        {ewah_marker(true, 1, 0)},
        {ewah_marker(true, most, 0)},
        {ewah_marker(false, most, 0), ewah_marker(false, most, 1), 1},
    };
    for (const auto& words : bitmaps) {
      const std::string bytes = ewah_bytes(words);
      std::string_view data = bytes;
      CHECK(!take_ewah_bits(data, 10));
    }
  }

  SUBCASE("more words announced than there are") {
    for (const std::uint64_t literals : {std::uint64_t{2}, std::uint64_t{0x7fffffff}}) {
      const std::string bytes = ewah_bytes({ewah_marker(false, 0, literals), 1});
      std::string_view data = bytes;
      CHECK(take_ewah_bits(data, 10).error().message ==
            "bitmap announces more words than it has");
    }
    const std::string bytes =
        big_endian(0, 4) + big_endian(0xffffffff, 4) + std::string(20, '\0');
    std::string_view data = bytes;
    CHECK(take_ewah_bits(data, 10).error().message == "bitmap is cut off");
  }

  SUBCASE("cut off anywhere") {
    const std::string bytes = ewah_bytes({ewah_marker(true, 1, 1), 5});
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      CAPTURE(size);
      const std::vector<char> cut(bytes.begin(),
                                  bytes.begin() + static_cast<std::ptrdiff_t>(size));
      std::string_view data(cut.data(), cut.size());
      CHECK(!take_ewah_bits(data, 1000));
    }
  }
}
