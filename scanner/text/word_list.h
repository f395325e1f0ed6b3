#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace leaksieve {

/// A set of words, made by the compiler from a text with blanks between them:
///
///     constexpr auto kColours = word_list([] { return std::string_view("red green");
///     }); kColours.has("red")
///
/// `words` is in the order of the text, without an order of its own.
template <std::size_t Size, std::size_t Slots>
struct WordList {
  std::array<std::string_view, Size> words{};
  std::array<std::uint16_t, Slots> slots{};  ///< 1 + index into words, 0 for none

  constexpr bool has(std::string_view word) const {
    for (std::size_t slot = slot_of(word);; slot = (slot + 1) % Slots) {
      if (slots[slot] == 0) return false;
      if (words[slots[slot] - 1U] == word) return true;
    }
  }

  /// Not a good hash, but a quick one: the length and four bytes.
  static constexpr std::size_t slot_of(std::string_view word) {
    if (word.empty()) return 0;
    const auto byte = [&](std::size_t i) {
      return static_cast<unsigned char>(word[i]);
    };
    const std::size_t mixed = byte(0) * 5U + byte(word.size() / 2) * 37U +
                              byte(word.size() - 1) * 101U +
                              byte(word.size() / 3) * 211U + word.size() * 17U;
    return mixed % Slots;
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

consteval std::size_t slots_for(std::size_t words) {
  std::size_t slots = 4;
  while (slots < words * 4) slots *= 2;
  return slots;
}

template <std::size_t Size>
consteval auto split(std::string_view text) {
  WordList<Size, slots_for(Size)> list{};
  std::size_t next = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t blank = text.find(' ', i);
    const std::size_t end = blank < text.size() ? blank : text.size();
    if (end > i) {
      const std::string_view word = text.substr(i, end - i);
      std::size_t slot = list.slot_of(word);
      while (list.slots[slot] != 0) slot = (slot + 1) % list.slots.size();
      list.words[next++] = word;
      list.slots[slot] = static_cast<std::uint16_t>(next);
    }
    i = end + 1;
  }
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
