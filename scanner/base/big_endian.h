#pragma once

#include <concepts>
#include <cstddef>

namespace leaksieve {

/// The number whose bytes, most significant first, begin at `bytes`: git's files are
/// written so. The caller has checked that sizeof(Integer) bytes are there.
template <std::unsigned_integral Integer>
constexpr Integer read_big_endian(const char* bytes) {
  Integer value = 0;
  for (std::size_t i = 0; i < sizeof(Integer); ++i) {
    value = static_cast<Integer>(value << 8 | static_cast<unsigned char>(bytes[i]));
  }
  return value;
}

}  // namespace leaksieve
