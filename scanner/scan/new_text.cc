#include "scanner/scan/new_text.h"

#include <limits>

#include "scanner/source/pack/delta.h"

namespace leaksieve {

TextChange new_text(std::string_view delta, std::uint64_t base_size) {
  constexpr std::uint64_t kNowhere = std::numeric_limits<std::uint64_t>::max();
  TextChange change;
  std::uint64_t at = 0;
  // Where in the base a copy would go on without a seam; kNowhere behind what is fresh.
  std::uint64_t expected = 0;
  while (!delta.empty()) {
    const auto step = take_step(delta);
    if (!step) break;
    if (!step->is_copy) {
      change.fresh.push_back({at, at + step->size});
      expected = kNowhere;
    } else {
      if (step->base_begin == expected && !change.kept.empty()) {
        change.kept.back().size += step->size;
      } else {
        if (expected != step->base_begin && expected != kNowhere) {
          change.fresh.push_back({at, at});
        }
        change.kept.push_back({step->base_begin, at, step->size});
      }
      expected = step->base_begin + step->size;
    }
    at += step->size;
  }
  if (expected != base_size && expected != kNowhere) change.fresh.push_back({at, at});
  return change;
}

}  // namespace leaksieve
