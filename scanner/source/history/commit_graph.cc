#include "scanner/source/history/commit_graph.h"

#include "scanner/source/commit.h"
#include "scanner/source/pack/forest_reader.h"

namespace leaksieve {

CommitGraph CommitGraph::read(ObjectTable& objects, std::uint64_t memory) {
  CommitGraph graph;
  for (const ObjectTable::Part& part : objects.parts()) {
    const VisitPlan plan =
        part.forest.plan(ObjectType::commit, [&](ObjectNumber number) {
          return objects.find(part.pack->id(number)) == part.first + number;
        });
    ForestReader reader(part.forest, {ObjectStore::kMaxStructureBytes, memory});
    LeftOvers unread;  // not in the graph, so read through libgit2 when needed
    reader.visit(
        plan, 0, plan.steps.size(),
        [&](const PackObject& commit) {
          graph.add(objects, part.first + commit.number, commit.bytes);
        },
        unread);
  }
  return graph;
}

bool CommitGraph::add(ObjectTable& objects, ObjectNumber number,
                      std::string_view bytes) {
  const auto header = parse_commit(bytes);
  if (!header) return false;
  nodes_.push_back({number, objects.add(header->tree), header->commit_time,
                    static_cast<std::uint32_t>(parents_.size()),
                    static_cast<std::uint32_t>(header->parents.size())});
  for (const ObjectId& parent : header->parents) {
    parents_.push_back(objects.add(parent));
  }
  if (by_number_.size() <= number) by_number_.resize(number + 1, kNoCommit);
  by_number_[number] = size() - 1;
  return true;
}

}  // namespace leaksieve
