#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "scanner/source/history/tree_graph.h"

namespace leaksieve {

/// For every tree of a graph, which of its entries lead to a wanted blob: the blob
/// itself, or a folder in which one lies at any depth. Found from the blobs upwards, so
/// that no tree without one is looked into. Borrows the graph.
class Holdings {
 public:
  using Entries = std::vector<TreeGraph::Entry>;

  /// `wanted` are numbers of objects.
  Holdings(const TreeGraph& trees, const std::vector<ObjectNumber>& wanted);

  /// The entries, sorted by name; none if there are none, or if the tree is not in the
  /// graph.
  const Entries& of(ObjectNumber tree) const {
    const TreeGraph::Tree index = trees_.find(tree);
    return index == TreeGraph::kNoTree ? lists_[0] : lists_[list_of_[index]];
  }

 private:
  void spread(std::vector<bool>& wanted, std::vector<ObjectNumber>& found);

  const TreeGraph& trees_;
  std::vector<Entries> lists_{1};       // 0: the empty one
  std::vector<std::uint32_t> list_of_;  // by tree; versions of a folder share one
};

}  // namespace leaksieve
