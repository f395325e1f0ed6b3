#include "scanner/match/validators/entropy.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace leaksieve {

double entropy(std::string_view text) {
  std::array<std::uint64_t, 256> counts{};
  for (const char c : text) ++counts[static_cast<unsigned char>(c)];
  const auto length = static_cast<double>(text.size());
  double bits = 0;
  for (const std::uint64_t count : counts) {
    if (count == 0) continue;
    const double share = static_cast<double>(count) / length;
    bits -= share * std::log2(share);
  }
  return bits;
}

double entropy_floor(std::size_t length, int symbols) {
  struct Row {
    double length;
    std::array<double, 4> floor;  // of 16, 32, 36 and 62 symbols
  };
  constexpr Row kRows[] = {
      {12, {2.12, 2.52, 2.58, 2.79}}, {16, {2.48, 2.95, 3.03, 3.16}},
      {20, {2.72, 3.11, 3.18, 3.51}}, {24, {2.86, 3.32, 3.41, 3.74}},
      {32, {3.10, 3.66, 3.78, 4.08}}, {40, {3.29, 3.88, 3.96, 4.33}},
      {50, {3.44, 4.13, 4.16, 4.57}}, {64, {3.54, 4.30, 4.36, 4.85}}};
  constexpr double kMargin = 0.1;
  const std::size_t column = symbols <= 16   ? 0
                             : symbols <= 32 ? 1
                             : symbols <= 36 ? 2
                                             : 3;
  const auto wanted = static_cast<double>(length);
  if (wanted < kRows[0].length) return 0;
  for (std::size_t i = 1; i < std::size(kRows); ++i) {
    const Row& high = kRows[i];
    if (wanted > high.length) continue;
    const Row& low = kRows[i - 1];
    const double part = (wanted - low.length) / (high.length - low.length);
    return low.floor[column] + part * (high.floor[column] - low.floor[column]) -
           kMargin;
  }
  return kRows[std::size(kRows) - 1].floor[column] - kMargin;
}

}  // namespace leaksieve
