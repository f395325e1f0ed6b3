#include "tests/support/index_bytes.h"

#include <algorithm>

namespace leaksieve::test {

std::string big_endian(std::uint64_t value, int bytes) {
  std::string text;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
    text += static_cast<char>(value >> shift & 0xff);
  }
  return text;
}

std::string extension(std::string_view name, std::string_view content) {
  return std::string(name) + big_endian(content.size(), 4) + std::string(content);
}

std::uint64_t ewah_marker(bool bit, std::uint64_t run_words,
                          std::uint64_t literal_words) {
  return (bit ? 1U : 0U) | run_words << 1 | literal_words << 33;
}

std::string ewah_bytes(const std::vector<std::uint64_t>& words) {
  std::string text = big_endian(0, 4) + big_endian(words.size(), 4);
  for (const std::uint64_t word : words) text += big_endian(word, 8);
  return text + big_endian(0, 4);
}

std::string ewah_of_bits(const std::vector<unsigned>& bits) {
  std::uint64_t word = 0;
  for (const unsigned bit : bits) word |= std::uint64_t{1} << bit;
  return ewah_bytes({ewah_marker(false, 0, 1), word});
}

std::string index_bytes(unsigned version, const std::vector<EntryBytes>& entries,
                        std::string_view extensions, std::int64_t claimed_count) {
  const std::uint64_t count =
      claimed_count < 0 ? entries.size() : static_cast<std::uint64_t>(claimed_count);
  std::string text = "DIRC" + big_endian(version, 4) + big_endian(count, 4);
  std::string path;  // of the entry before
  for (const EntryBytes& entry : entries) {
    const std::size_t start = text.size();
    path =
        path.substr(
            0, version == 4 ? path.size() - std::min(entry.dropped, path.size()) : 0) +
        entry.path;
    const std::size_t length = entry.claimed_length < 0
                                   ? std::min<std::size_t>(path.size(), 0xfff)
                                   : static_cast<std::size_t>(entry.claimed_length);
    text.append(24, '\0');
    text += big_endian(entry.mode, 4);
    text.append(12, '\0');
    text.append(20, entry.id);
    text += big_endian(
        (entry.more_flags != 0 ? 0x4000U : 0U) | entry.stage << 12 | length, 2);
    if (entry.more_flags != 0) text += big_endian(entry.more_flags, 2);
    if (version == 4) {
      if (entry.dropped > 127) {
        text += static_cast<char>(((entry.dropped >> 7) - 1) | 0x80);
      }
      text += static_cast<char>(entry.dropped & 0x7f);
    }
    text += entry.path;
    text += '\0';
    while (version < 4 && (text.size() - start) % 8 != 0) text += '\0';
  }
  return text + std::string(extensions) + std::string(20, '\0');
}

}  // namespace leaksieve::test
