#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "scanner/model/diagnostic.h"
#include "scanner/source/commit.h"
#include "scanner/source/objects.h"

namespace leaksieve {

/// A commit that a walk came to.
struct WalkedCommit {
  ObjectId id;
  CommitHeader header;
  /// One a parent; zero for one that could not be read. None at a shallow edge.
  std::vector<ObjectId> parent_trees;
};

/// The commits that can be reached from `include` and not from `exclude`, newest commit
/// time first (equal times: by id). Each once. A commit that cannot be read becomes a
/// diagnostic, and what only it leads to is not found.
///
/// The parents of a shallow clone's oldest commits are missing by design: `shallow` is
/// the list of those commits (the file "shallow" of the repository), and
/// `*reached_shallow` is set if the walk ended at one of them.
std::vector<WalkedCommit> walk_commits(const ObjectStore& objects,
                                       const std::vector<ObjectId>& include,
                                       const std::vector<ObjectId>& exclude,
                                       const std::vector<ObjectId>& shallow,
                                       bool* reached_shallow, Diagnostics& diagnostics);

/// The commits at which the repository was cut off; empty if it is not shallow.
std::vector<ObjectId> shallow_commits(const git::Repository& repository);

}  // namespace leaksieve
