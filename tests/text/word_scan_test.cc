#include "scanner/text/word_scan.h"

#include <doctest/doctest.h>

#include <ostream>
#include <random>

#include "scanner/base/ascii.h"

namespace leaksieve {

constexpr std::string_view kWords[] = {"secret", "key", "os.environ", "token"};

TEST_CASE("WordScan finds words in any case, wherever they stand") {
  const WordScan scan{kWords};
  CHECK(scan.find("secret") == 0);
  CHECK(scan.find("a SeCrEt") == 2);
  CHECK(scan.find("the last key") == 9);
  CHECK(scan.find("keysecret", 1) == 3);
  CHECK(scan.find("ke y secre t") == std::string_view::npos);
  CHECK(scan.find("") == std::string_view::npos);
  CHECK(scan.find("ke") == std::string_view::npos);
  CHECK(scan.any_in("print(OS.environ)"));
}

TEST_CASE("WordScan finds what a plain search finds") {
  const std::uint32_t seed = 7;
  CAPTURE(seed);
  std::mt19937 random(seed);
  const WordScan scan{kWords};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) text += "keytosnrc.i"[random() % 11];
    std::size_t first = std::string::npos;
    for (const std::string_view word : kWords) first = std::min(first, text.find(word));
    CAPTURE(text);
    CHECK(scan.find(text) == first);
  }
}

}  // namespace leaksieve
