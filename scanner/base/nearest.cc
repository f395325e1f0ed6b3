#include "scanner/base/nearest.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

// Names are short. Longer ones are cut, so that the time is bounded.
constexpr std::size_t kLongest = 64;

// The length of a part of a name that says which one is meant.
constexpr std::size_t kTellingPart = 4;

// The edits between two lower-case names of at most kLongest bytes.
std::size_t edits(std::string_view a, std::string_view b) {
  using Row = std::array<std::size_t, kLongest + 1>;
  Row before{};
  Row above{};
  Row row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before = above;
    above = row;
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view typed,
                         std::span<const std::string_view> names) {
  const std::string wanted = to_lower(typed.substr(0, kLongest));
  std::string_view best;
  std::size_t fewest = std::max<std::size_t>(2, wanted.size() / 3) + 1;
  for (const std::string_view name : names) {
    const std::string candidate = to_lower(name.substr(0, kLongest));
    std::size_t distance = edits(wanted, candidate);
    if (wanted.size() >= kTellingPart &&
        (candidate.starts_with(wanted) || candidate.ends_with(wanted))) {
      distance = std::min<std::size_t>(distance, 2);
    }
    if (distance >= fewest || distance >= std::max(wanted.size(), candidate.size())) {
      continue;
    }
    fewest = distance;
    best = name;
  }
  return best;
}

}  // namespace leaksieve
