#pragma once

#include <string_view>

namespace leaksieve {

/// How much more likely it is that `value` was generated than that somebody wrote it,
/// as the logarithm of the odds: over 0 for the generated. Made of the length-aware
/// entropy floor, letter pairs, changes of character class and digits; the weights are
/// in randomness_table.h. Says little about fewer than 6 bytes. Linear.
double randomness(std::string_view value);

/// The bits by which the letter pairs in `value` are more usual in text than in random
/// letters: positive for words, names and identifiers, negative for random letters.
double text_likeness(std::string_view value);

}  // namespace leaksieve
