#include "scanner/match/validators/entropy.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("entropy") {
  CHECK(entropy("") == 0);
  CHECK(entropy("aaaa") == 0);
  CHECK(entropy("abab") == doctest::Approx(1));
  CHECK(entropy("abcd") == doctest::Approx(2));
  CHECK(entropy("0123456789abcdef") == doctest::Approx(4));
}

TEST_CASE("a random text is above the floor of its length") {
  struct Row {
    std::string_view shape;
    int symbols;
  };
  const Row rows[] = {{"{hex:40}", 16},   {"{base32:16}", 32}, {"{base36:26}", 36},
                      {"{alnum:24}", 62}, {"{alnum:42}", 62},  {"{base64:40}", 62},
                      {"{hex:64}", 16},   {"{alnum:99}", 62}};
  for (const Row& row : rows) {
    CAPTURE(row.shape);
    int below = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
      const std::string text = made(row.shape, seed);
      below += entropy(text) < entropy_floor(text.size(), row.symbols) ? 1 : 0;
    }
    CHECK(below <= 2);
  }
  CHECK(entropy_floor(8, 62) == 0);
  CHECK(entropy_floor(40, 62) > entropy_floor(24, 62));
}

}  // namespace leaksieve
