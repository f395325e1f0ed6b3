#include "scanner/base/bip39_words.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace leaksieve {

TEST_CASE("bip39_words") {
  const std::string_view words = bip39_words();
  CHECK(std::count(words.begin(), words.end(), ' ') == 2047);
  CHECK(words.starts_with("abandon ability "));
  CHECK(words.ends_with(" zone zoo"));
}

}  // namespace leaksieve
