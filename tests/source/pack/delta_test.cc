#include "scanner/source/pack/delta.h"

#include <doctest/doctest.h>

#include <ostream>
#include <random>

#include "tests/source/pack/pack_bytes.h"

namespace leaksieve {
namespace {

using test::copy_step;
using test::delta_size;
using test::insert_step;

/// Nullopt if it is refused. Checks that nothing is written behind the slack.
std::optional<std::string> result_of(const std::string& base,
                                     const std::string& bytes) {
  const auto delta = parse_delta(bytes);
  if (!delta || delta->result_size > 1 << 20) return std::nullopt;
  std::string room(delta->result_size + kDeltaSlack + 100, 'x');
  const bool good = apply_delta(*delta, base, base.size(), room.data());
  CHECK(room.substr(delta->result_size + kDeltaSlack) == std::string(100, 'x'));
  if (!good) return std::nullopt;
  return room.substr(0, delta->result_size);
}

}  // namespace

TEST_CASE("apply_delta") {
  const std::string base = "the quick brown fox jumps over the lazy dog, every day";
  const std::string sizes = delta_size(base.size());
  struct Row {
    std::string_view about;
    std::string bytes;
    std::optional<std::string> result;
  };
  const Row rows[] = {
      {"nothing", sizes + delta_size(0), ""},
      {"all of it", sizes + delta_size(base.size()) + copy_step(0, base.size()), base},
      {"a short copy of one byte each", sizes + delta_size(5) + "\x91\x04\x05",
       "quick"},
      {"two steps", sizes + delta_size(6) + copy_step(4, 2) + insert_step("abcd"),
       "quabcd"},
      {"its last byte", sizes + delta_size(1) + copy_step(base.size() - 1, 1), "y"},
      {"no sizes", "", std::nullopt},
      {"one size", sizes, std::nullopt},
      {"a size without end", std::string(30, '\xff'), std::nullopt},
      {"instruction 0", sizes + delta_size(1) + std::string(1, '\0'), std::nullopt},
      {"insertion cut off",
       sizes + delta_size(4) +
           "\x04"
           "abc",
       std::nullopt},
      {"copy cut off", sizes + delta_size(5) + "\x91\x04", std::nullopt},
      {"base of another size", delta_size(3) + delta_size(1) + copy_step(0, 1),
       std::nullopt},
      {"behind the base", sizes + delta_size(1) + copy_step(base.size(), 1),
       std::nullopt},
      {"over the end of the base",
       sizes + delta_size(9) + copy_step(base.size() - 8, 9), std::nullopt},
      {"far behind", sizes + delta_size(1) + copy_step(0xffffffff, 1), std::nullopt},
      {"more than promised", sizes + delta_size(3) + insert_step("abcd"), std::nullopt},
      {"a copy of more than promised", sizes + delta_size(3) + copy_step(0, 4),
       std::nullopt},
      {"less than promised", sizes + delta_size(5) + insert_step("abcd"), std::nullopt},
      {"size 0 stands for 65536", sizes + delta_size(65536) + "\x80", std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.about);
    CHECK(result_of(base, row.bytes) == row.result);
  }
  const std::string large(70000, 'l');
  CHECK(result_of(large, delta_size(70000) + delta_size(65536) + "\x80") ==
        large.substr(0, 65536));
}

TEST_CASE("parse_delta does not believe sizes, it gives them") {
  const std::string bytes = delta_size(5) + delta_size(std::uint64_t{1} << 62) + "x";
  const auto delta = parse_delta(bytes);
  REQUIRE(delta);
  CHECK(delta->base_size == 5);
  CHECK(delta->result_size == std::uint64_t{1} << 62);
  CHECK(delta->instructions == "x");
  CHECK(parse_delta(delta_size(~0ULL) + delta_size(0)));
  CHECK_FALSE(parse_delta(std::string(9, '\x80') + "\x02" + delta_size(0)));
}

TEST_CASE("apply_delta does what its steps say") {
  const unsigned seed = 20260102;
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto below = [&](std::size_t limit) { return random() % limit; };
  for (int round = 0; round < 2000; ++round) {
    std::string base(1 + below(300), '\0');
    for (char& c : base) c = static_cast<char>(below(256));
    std::string steps;
    std::string expected;
    for (std::size_t i = below(20); i > 0; --i) {
      if (below(2) == 0) {
        const std::size_t begin = below(base.size());
        const std::size_t size = 1 + below(base.size() - begin);
        steps += copy_step(begin, size);
        expected += base.substr(begin, size);
      } else {
        std::string text(1 + below(127), '\0');
        for (char& c : text) c = static_cast<char>(below(256));
        steps += insert_step(text);
        expected += text;
      }
    }
    const std::string sizes = delta_size(base.size()) + delta_size(expected.size());
    REQUIRE(result_of(base, sizes + steps) == expected);

    std::string again;
    for (std::string_view left = steps; !left.empty();) {
      const auto step = take_step(left);
      REQUIRE(step);
      again += step->is_copy ? base.substr(step->base_begin, step->size)
                             : std::string(step->inserted);
    }
    CHECK(again == expected);

    // Damaged, it is refused or gives a result of the size it promises.
    std::string damaged = sizes + steps;
    damaged[below(damaged.size())] = static_cast<char>(below(256));
    result_of(base, damaged.substr(0, below(damaged.size() + 1)));
    result_of(base, damaged);
  }
}

}  // namespace leaksieve
