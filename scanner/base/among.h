#pragma once

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string_view>

namespace leaksieve {

/// Whether `word` is one of `words`, for lists that are short or seldom asked.
template <class Words>
constexpr bool among(std::string_view word, const Words& words) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

constexpr bool among(std::string_view word,
                     std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace leaksieve
