#include "scanner/source/history/verify.h"

#include <git2.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "scanner/base/parallel.h"
#include "scanner/source/pack/forest_reader.h"

namespace leaksieve {
namespace {

git_object_t type_of(ObjectType type) {
  constexpr git_object_t kTypes[] = {GIT_OBJECT_COMMIT, GIT_OBJECT_TREE,
                                     GIT_OBJECT_BLOB, GIT_OBJECT_TAG};
  return kTypes[static_cast<std::size_t>(type)];
}

bool is_true(const PackObject& object) {
  git_oid oid{};
  return git_odb_hash(&oid, object.bytes.data(), object.bytes.size(),
                      type_of(object.type)) == 0 &&
         git::to_id(oid) == object.id;
}

void verify(const DeltaForest& forest, ObjectType type, std::uint64_t max_bytes,
            unsigned workers, std::uint64_t memory, Diagnostics& diagnostics) {
  constexpr std::uint64_t kChunk = std::uint64_t{32} << 20;
  const VisitPlan plan = forest.plan(type);
  const std::vector<VisitPlan::Chunk> chunks = plan.chunks(kChunk);
  workers = static_cast<unsigned>(
      std::clamp<std::size_t>(chunks.size(), 1, std::max(workers, 1U)));
  std::vector<std::unique_ptr<ForestReader>> readers(workers);
  std::vector<Diagnostics> found(workers);
  parallel_for(chunks.size(), workers, 1,
               [&](unsigned worker, std::size_t begin, std::size_t end) {
                 if (!readers[worker]) {
                   readers[worker] = std::make_unique<ForestReader>(
                       forest, ForestReader::Limits{max_bytes, memory / workers});
                 }
                 for (std::size_t i = begin; i < end; ++i) {
                   LeftOvers unread;
                   readers[worker]->visit(
                       plan, chunks[i].begin, chunks[i].end,
                       [&](const PackObject& object) {
                         if (is_true(object)) return;
                         found[worker].push_back(
                             {Diagnostic::Level::error,
                              "the object's content is not the one that its id names",
                              forest.pack().path(), object.id.hex(), true});
                       },
                       unread);
                 }
               });
  for (const Diagnostics& part : found) {
    diagnostics.insert(diagnostics.end(), part.begin(), part.end());
  }
}

}  // namespace

Diagnostics verify_packed_objects(const ObjectTable& objects, std::uint64_t max_bytes,
                                  unsigned workers, std::uint64_t memory) {
  Diagnostics diagnostics;
  for (const ObjectTable::Part& part : objects.parts()) {
    for (const ObjectType type :
         {ObjectType::commit, ObjectType::tree, ObjectType::blob, ObjectType::tag}) {
      verify(part.forest, type, max_bytes, workers, memory, diagnostics);
    }
  }
  return diagnostics;
}

}  // namespace leaksieve
