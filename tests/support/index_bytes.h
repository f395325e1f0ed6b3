#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace leaksieve::test {

/// An entry as it is to be written, lies included.
struct EntryBytes {
  std::string path;
  unsigned stage = 0;
  std::uint32_t mode = 0100644;
  char id = 'a';            ///< twenty times this byte
  unsigned more_flags = 0;  ///< not zero: the second flags
  int claimed_length = -1;  ///< of the path; -1: the truth
  std::size_t dropped = 0;  ///< version 4: bytes of the path before; `path` is the rest
};

/// `value` in `bytes` bytes, most significant first.
std::string big_endian(std::uint64_t value, int bytes);

/// An extension: name, size, content.
std::string extension(std::string_view name, std::string_view content);

/// A serialised EWAH bitmap of these words.
std::string ewah_bytes(const std::vector<std::uint64_t>& words);

/// A marker word of a bitmap.
std::uint64_t ewah_marker(bool bit, std::uint64_t run_words,
                          std::uint64_t literal_words);

/// A bitmap with just these bits, all below 64.
std::string ewah_of_bits(const std::vector<unsigned>& bits);

/// An index with a checksum of zero. `claimed_count` of -1 is the truth.
std::string index_bytes(unsigned version, const std::vector<EntryBytes>& entries,
                        std::string_view extensions = {},
                        std::int64_t claimed_count = -1);

}  // namespace leaksieve::test
