#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace leaksieve::test {

/// A text that `regex` matches, but for what `\b`, `^` and `$` ask of its neighbours:
/// each alternative, repeat and character taken at random, repeats short or as short as
/// can be. Knows the syntax that rules use; anything else fails the test.
std::string regex_sample(std::string_view regex, std::mt19937_64& random);

}  // namespace leaksieve::test
