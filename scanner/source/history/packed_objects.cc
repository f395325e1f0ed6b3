#include "scanner/source/history/packed_objects.h"

#include <string>

#include "scanner/source/pack/forest_reader.h"

namespace leaksieve {

std::optional<Object> PackedObjects::read(const ObjectId& id,
                                          std::uint64_t max_bytes) const {
  for (const ObjectTable::Part& part : table_.parts()) {
    const auto number = part.pack->find(id);
    if (!number || !part.forest.is_linked(*number)) continue;
    VisitPlan plan;
    plan.steps.push_back(
        {.number = *number, .is_root = part.forest.base(*number) == kNoObject});
    std::optional<Object> found;
    LeftOvers damaged;
    // Enough for an object and its base: what is over it is dropped, not refused.
    ForestReader reader(part.forest, {max_bytes, std::uint64_t{64} << 20});
    reader.visit(
        plan, 0, plan.steps.size(),
        [&](const PackObject& object) {
          found.emplace(object.type, std::string(object.bytes));
        },
        damaged);
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace leaksieve
