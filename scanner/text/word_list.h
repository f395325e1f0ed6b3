#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace leaksieve {

/// A sorted list of words, made by the compiler from a text with blanks between them:
///
///     constexpr auto kColours = word_list([] { return std::string_view("red green");
///     }); kColours.has("red")
template <std::size_t Size>
struct WordList {
  std::array<std::string_view, Size> words;

  constexpr bool has(std::string_view word) const {
    return std::binary_search(words.begin(), words.end(), word);
  }
};

namespace word_list_parts {

consteval std::size_t count(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ' && (i == 0 || text[i - 1] == ' ')) ++words;
  }
  return words;
}

template <std::size_t Size>
consteval WordList<Size> split(std::string_view text) {
  WordList<Size> list{};
  std::size_t next = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find(' ', i), text.size());
    if (end > i) list.words[next++] = text.substr(i, end - i);
    i = end + 1;
  }
  std::sort(list.words.begin(), list.words.end());
  return list;
}

}  // namespace word_list_parts

/// `text` is a lambda without captures that gives the words.
template <class Text>
consteval auto word_list(Text) {
  constexpr std::string_view words = Text{}();
  return word_list_parts::split<word_list_parts::count(words)>(words);
}

}  // namespace leaksieve
