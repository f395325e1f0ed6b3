#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "scanner/model/diagnostic.h"
#include "scanner/model/object_id.h"
#include "scanner/source/objects.h"
#include "scanner/source/source.h"

namespace leaksieve {

/// A blob that a tree has and none of its parents has at the same path.
struct NewBlob {
  std::string path;
  ObjectId blob;
  std::vector<ObjectId> before;  ///< one a parent: the blob there; zero if none
};

struct TreeDiff {
  std::vector<NewBlob> added;  ///< in the order of the tree
  /// Paths that every parent has and the tree has not; one entry a parent. What only
  /// one parent of a merge has, another one dropped, not this commit.
  std::vector<BlobAt> dropped;
  std::uint64_t submodules = 0;  ///< changed entries that are no blobs
};

/// Compares a tree with the trees of its parents. A zero id stands for an empty tree. A
/// part of the tree that equals the same part of any parent is not entered: it brings
/// nothing that this parent did not have. Trees that cannot be read become diagnostics.
TreeDiff diff_tree(const ObjectStore& objects, const ObjectId& tree,
                   const std::vector<ObjectId>& parents, Diagnostics& diagnostics);

/// The blob at `path` in `tree`; zero if there is none or it cannot be read.
ObjectId blob_at(const ObjectStore& objects, const ObjectId& tree,
                 const std::string& path);

}  // namespace leaksieve
