#include "scanner/text/word_list.h"

#include <doctest/doctest.h>

namespace leaksieve {

constexpr auto kSome = word_list([] { return std::string_view(" red  green blue "); });
constexpr auto kNone = word_list([] { return std::string_view(""); });

TEST_CASE("word_list") {
  CHECK(kSome.words.size() == 3);
  CHECK(kSome.has("red"));
  CHECK(kSome.has("blue"));
  CHECK_FALSE(kSome.has("re"));
  CHECK_FALSE(kSome.has(""));
  CHECK_FALSE(kNone.has("red"));
}

}  // namespace leaksieve
