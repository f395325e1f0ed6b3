#include "scanner/source/ewah.h"

#include <algorithm>
#include <bit>
#include <cstddef>

#include "scanner/base/big_endian.h"

namespace leaksieve {
namespace {

constexpr std::uint64_t kWordBits = 64;

/// A marker word says how to go on: bit 0 is the value of a run, 32 bits are the run's
/// length in words, 31 bits count the literal words that follow.
struct Marker {
  std::uint64_t word = 0;

  bool run_bit() const { return (word & 1) != 0; }
  std::uint64_t run_words() const { return word >> 1 & 0xffffffff; }
  std::uint64_t literal_words() const { return word >> 33; }
};

const Error kTooFar{"bitmap has a bit past the end of what it is about"};

}  // namespace

Result<std::vector<std::uint32_t>> take_ewah_bits(std::string_view& data,
                                                  std::uint32_t limit) {
  // The size in bits, the count of words, the words, the place of the last marker. The
  // first and the last are of no use to a reader.
  constexpr std::size_t kHeader = 8;
  constexpr std::size_t kTrailer = 4;
  if (data.size() < kHeader + kTrailer) return Error{"bitmap is cut off"};
  const std::size_t count = read_big_endian<std::uint32_t>(data.data() + 4);
  if (count > (data.size() - kHeader - kTrailer) / 8) {
    return Error{"bitmap is cut off"};
  }
  const char* const words = data.data() + kHeader;

  std::vector<std::uint32_t> bits;
  std::uint64_t position = 0;  // never more than `limit`
  for (std::size_t at = 0; at < count;) {
    const Marker marker{read_big_endian<std::uint64_t>(words + 8 * at++)};
    const std::uint64_t run = marker.run_words() * kWordBits;
    if (marker.run_bit() && run > limit - position) return kTooFar;
    const std::uint64_t run_end = position + std::min(run, limit - position);
    if (marker.run_bit()) {
      for (std::uint64_t bit = position; bit < run_end; ++bit) {
        bits.push_back(static_cast<std::uint32_t>(bit));
      }
    }
    position = run_end;
    if (marker.literal_words() > count - at) {
      return Error{"bitmap announces more words than it has"};
    }
    for (std::uint64_t left = marker.literal_words(); left > 0; --left) {
      auto word = read_big_endian<std::uint64_t>(words + 8 * at++);
      for (; word != 0; word &= word - 1) {
        const std::uint64_t bit =
            position + static_cast<std::uint64_t>(std::countr_zero(word));
        if (bit >= limit) return kTooFar;
        bits.push_back(static_cast<std::uint32_t>(bit));
      }
      position = std::min<std::uint64_t>(position + kWordBits, limit);
    }
  }
  data.remove_prefix(kHeader + 8 * count + kTrailer);
  return bits;
}

}  // namespace leaksieve
