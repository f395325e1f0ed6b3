#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/model/diagnostic.h"
#include "scanner/source/git.h"
#include "scanner/source/history/commit_graph.h"
#include "scanner/source/history/object_table.h"
#include "scanner/source/history/packed_objects.h"
#include "scanner/source/history/reachable.h"
#include "scanner/source/history/tree_graph.h"
#include "scanner/source/objects.h"

namespace leaksieve {

/// The structure of a repository's history: objects by number, who names whom, what the
/// refs reachable. Holds no blob.
struct History {
  explicit History(const git::Repository& repository) : store(repository) {}
  History(const History&) = delete;  // `reachable` borrows from the others
  History& operator=(const History&) = delete;

  /// Without reading it, from its pack if it is in one.
  Result<ObjectType> type(const ObjectId& id) const;

  ObjectStore store;  ///< falls back to `packed`
  ObjectTable objects;
  PackedObjects packed{objects};
  CommitGraph commits;
  TreeGraph trees;
  std::unique_ptr<Reachable> reachable;
  bool is_partial = false;     ///< a clone that was not meant to have everything
  ObjectId head;               ///< zero: unborn
  std::vector<git::Ref> refs;  ///< with annotated tags peeled
  std::vector<ObjectId> tags;  ///< annotated ones that a ref leads to, each once
  Diagnostics diagnostics;     ///< beside those of `reachable`
};

struct StructureOptions {
  bool use_packs = true;
  bool all_objects = false;
  Reachable::NamesMatter names_matter;
  unsigned workers = 1;
  std::uint64_t memory = std::uint64_t{1} << 30;
};

/// Reads all trees and commits and follows HEAD, then every ref, then those of notes,
/// then what tags name directly; with `all_objects` also everything else that is there.
Result<std::unique_ptr<History>> read_history(const git::Repository& repository,
                                              const StructureOptions& options);

}  // namespace leaksieve
