#include "scanner/match/assignment/randomness.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "scanner/base/ascii.h"
#include "scanner/match/assignment/randomness_table.h"
#include "scanner/match/validators/entropy.h"
#include "scanner/match/validators/placeholder.h"

namespace leaksieve {
namespace {

int class_of(char c) { return is_lower(c) ? 0 : is_upper(c) ? 1 : is_digit(c) ? 2 : 3; }
int letter(char c) { return is_lower(c) ? c - 'a' : is_upper(c) ? c - 'A' : -1; }

struct Pairs {
  double total = 0;  // bits
  double best = 0;   // of the best stretch inside one word
};

// A word is "lower", "Capitalised" or "UPPER"; pairs are looked up inside words only.
Pairs pairs_of(std::string_view value) {
  Pairs pairs;
  double here = 0;
  int upper_run = 0;  // letters of the word, while all of them are upper case
  for (std::size_t i = 0; i < value.size(); ++i) {
    const int b = letter(value[i]);
    const int a = i > 0 ? letter(value[i - 1]) : -1;
    const bool continues =
        a >= 0 && b >= 0 &&
        (is_upper(value[i]) ? is_upper(value[i - 1])
                            : is_lower(value[i - 1]) || upper_run == 1);
    if (continues) {
      const double bits = kBigrams[a][b] / 10.0;
      pairs.total += bits;
      here = std::max(0.0, here + bits);
      pairs.best = std::max(pairs.best, here);
    } else {
      here = 0;
    }
    const bool upper = b >= 0 && is_upper(value[i]);
    upper_run = upper ? (continues ? upper_run + 1 : 1) : 0;
  }
  return pairs;
}

}  // namespace

double text_likeness(std::string_view value) { return pairs_of(value).total; }

double randomness(std::string_view value) {
  if (value.empty()) return 0;
  const auto length = static_cast<double>(value.size());
  const Pairs pairs = pairs_of(value);
  double changes = 0;
  for (std::size_t i = 1; i < value.size(); ++i) {
    changes += class_of(value[i]) != class_of(value[i - 1]) ? 1 : 0;
  }
  const auto digits =
      static_cast<double>(std::count_if(value.begin(), value.end(), is_digit));
  const double missing =
      std::max(0.0, entropy_floor(value.size(), symbols_of(value)) - entropy(value));
  const double features[] = {1.0,
                             missing,
                             pairs.total / length,
                             pairs.best / length,
                             changes / length,
                             digits / length,
                             std::log2(length)};
  static_assert(std::size(features) == std::size(kRandomnessWeights));
  double score = 0;
  for (std::size_t i = 0; i < std::size(features); ++i) {
    score += features[i] * kRandomnessWeights[i];
  }
  return score;
}

}  // namespace leaksieve
