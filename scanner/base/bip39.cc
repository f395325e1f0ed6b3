#include "scanner/base/bip39.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "scanner/base/bip39_words.h"
#include "scanner/base/hash.h"

namespace leaksieve {
namespace {

constexpr std::size_t kBitsOfWord = 11;
constexpr std::size_t kBitsForOneOfChecksum = 32;

// The list, in order.
const std::vector<std::string_view>& list() {
  static const std::vector<std::string_view> kList = [] {
    std::vector<std::string_view> words;
    std::string_view rest = bip39_words();
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      words.push_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return words;
  }();
  return kList;
}

// Adds the lower `count` bits of `value`, the highest first.
void append_bits(std::vector<bool>& bits, std::uint32_t value, std::size_t count) {
  while (count-- > 0) bits.push_back((value >> count & 1) != 0);
}

std::uint32_t number_at(const std::vector<bool>& bits, std::size_t at,
                        std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = at; i < at + count; ++i) value = value << 1 | (bits[i] ? 1 : 0);
  return value;
}

}  // namespace

std::string bip39_phrase(std::string_view bytes) {
  std::vector<bool> bits;
  for (const char c : bytes) append_bits(bits, static_cast<unsigned char>(c), 8);
  const std::uint8_t sum = sha256(bytes)[0];
  const std::size_t checked = std::min<std::size_t>(bits.size() / 32, 8);
  append_bits(bits, sum >> (8 - checked), checked);
  std::string phrase;
  for (std::size_t i = 0; i + kBitsOfWord <= bits.size(); i += kBitsOfWord) {
    if (i > 0) phrase += ' ';
    phrase += list()[number_at(bits, i, kBitsOfWord)];
  }
  return phrase;
}

bool has_bip39_checksum(std::span<const std::string_view> words) {
  std::vector<bool> bits;
  for (const std::string_view word : words) {
    const auto found = std::lower_bound(list().begin(), list().end(), word);
    if (found == list().end() || *found != word) return false;
    append_bits(bits, static_cast<std::uint32_t>(found - list().begin()), kBitsOfWord);
  }
  const std::size_t checked = bits.size() / (kBitsForOneOfChecksum + 1);
  const std::size_t entropy = bits.size() - checked;
  if (checked == 0 || checked > 8 || entropy % 8 != 0) return false;
  std::string bytes;
  for (std::size_t i = 0; i < entropy; i += 8) {
    bytes += static_cast<char>(number_at(bits, i, 8));
  }
  return number_at(bits, entropy, checked) ==
         static_cast<std::uint32_t>(sha256(bytes)[0] >> (8 - checked));
}

}  // namespace leaksieve
