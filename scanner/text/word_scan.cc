#include "scanner/text/word_scan.h"

#include <algorithm>
#include <array>

namespace leaksieve {
namespace {

constexpr std::size_t kBlocks = 1U << 16;

constexpr std::array<std::uint8_t, 256> make_fold() {
  std::array<std::uint8_t, 256> fold{};
  for (std::size_t c = 0; c < 256; ++c) {
    fold[c] = static_cast<std::uint8_t>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return fold;
}
constexpr std::array<std::uint8_t, 256> kFold = make_fold();

std::uint8_t fold(char c) { return kFold[static_cast<unsigned char>(c)]; }

std::size_t block(const char* at) {
  return static_cast<std::size_t>(fold(at[0])) << 8 | fold(at[1]);
}

bool starts_with_folded(std::string_view text, std::string_view lower_word) {
  return text.size() >= lower_word.size() &&
         std::equal(
             lower_word.begin(), lower_word.end(), text.begin(),
             [](char a, char b) { return static_cast<std::uint8_t>(a) == fold(b); });
}

}  // namespace

WordScan::WordScan(std::span<const std::string_view> words)
    : shortest_(200), first_(kBlocks) {
  for (const std::string_view word : words)
    shortest_ = std::min(shortest_, word.size());
  shift_.assign(kBlocks, static_cast<std::uint8_t>(shortest_ - 1));
  for (const std::string_view word : words) {
    for (std::size_t i = 0; i + 2 <= shortest_; ++i) {
      std::uint8_t& shift = shift_[block(word.data() + i)];
      shift = std::min(shift, static_cast<std::uint8_t>(shortest_ - 2 - i));
    }
    std::uint16_t& first = first_[block(word.data() + shortest_ - 2)];
    entries_.push_back({std::string(word), first});
    first = static_cast<std::uint16_t>(entries_.size());
  }
}

std::size_t WordScan::find(std::string_view text, std::size_t from) const {
  // `end` is one past the window that a word's first bytes would fill.
  for (std::size_t end = from + shortest_; end <= text.size();) {
    const std::size_t last = block(text.data() + end - 2);
    const std::uint8_t shift = shift_[last];
    if (shift > 0) {
      end += shift;
      continue;
    }
    const std::size_t begin = end - shortest_;
    for (std::uint16_t i = first_[last]; i != 0; i = entries_[i - 1].next) {
      if (starts_with_folded(text.substr(begin), entries_[i - 1].word)) return begin;
    }
    ++end;
  }
  return std::string_view::npos;
}

}  // namespace leaksieve
