#include "scanner/source/source.h"

#include <algorithm>

namespace leaksieve {

void ItemReader::visit(const Run& run, const Visitor& visitor) {
  for (std::size_t i = run.begin; i < run.end; ++i) give(i, visitor);
}

void ItemReader::give(std::size_t item, const Visitor& visitor) {
  const auto bytes = read(listing_.items[item]);
  visitor(item, bytes ? Result<ItemText>(ItemText{.bytes = *bytes})
                      : Result<ItemText>(bytes.error()));
}

void append_small_runs(std::size_t begin, std::size_t end, std::vector<Run>& runs) {
  // Few enough that the workers end together, many enough that neighbours in the pack,
  // which share delta bases, are read by the same worker.
  constexpr std::size_t kItems = 64;
  for (; begin < end; begin += kItems) {
    runs.push_back({runs.size(), begin, std::min(begin + kItems, end)});
  }
}

std::vector<Run> Source::runs() const {
  std::vector<Run> runs;
  append_small_runs(0, listing_.items.size(), runs);
  return runs;
}

}  // namespace leaksieve
