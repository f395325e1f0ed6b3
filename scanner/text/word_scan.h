#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace leaksieve {

/// Looks for any of a few words, in any case of letters, faster than byte by byte: the
/// block method of Wu and Manber (1994), two bytes at a time. Built once, then never
/// changes.
class WordScan {
 public:
  /// `words` are lower case, at least three bytes each, and are copied.
  explicit WordScan(std::span<const std::string_view> words);

  /// The first place at or after `from` where a word begins; npos if there is none.
  std::size_t find(std::string_view text, std::size_t from = 0) const;

  bool any_in(std::string_view text) const { return find(text) != text.npos; }

 private:
  std::size_t shortest_;
  std::vector<std::uint8_t> shift_;   // by the last block of the window
  std::vector<std::uint16_t> first_;  // by the same: 1 + index into entries_, or 0
  struct Entry {
    std::string word;
    std::uint16_t next;
  };
  std::vector<Entry> entries_;
};

}  // namespace leaksieve
