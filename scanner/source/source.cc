#include "scanner/source/source.h"

#include <algorithm>

namespace leaksieve {

void ItemReader::visit(const Run& run, const Visitor& visitor) {
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const auto bytes = read(listing_.items[i]);
    visitor(i, bytes ? Result<ItemText>(ItemText{.bytes = *bytes})
                     : Result<ItemText>(bytes.error()));
  }
}

std::vector<Run> Source::runs() const {
  // Few enough that the workers end together, many enough that neighbours in the pack,
  // which share delta bases, are read by the same worker.
  constexpr std::size_t kItems = 64;
  std::vector<Run> runs;
  for (std::size_t i = 0; i < listing_.items.size(); i += kItems) {
    runs.push_back({runs.size(), i, std::min(i + kItems, listing_.items.size())});
  }
  return runs;
}

}  // namespace leaksieve
