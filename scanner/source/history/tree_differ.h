#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/source/pack/forest_reader.h"
#include "scanner/source/tree.h"

namespace leaksieve {

/// Says in which entries the trees of a pack differ from the trees that they are deltas
/// against, when they are visited in the order of a plan. Looks at what the delta
/// inserts: where it copies whole entries, they are known. One a worker.
class TreeDiffer {
 public:
  /// Replaces `added` and `removed`: the base's entries (none, without a base) without
  /// the removed and with the added are those of the tree, as often as each stands in
  /// it. An entry may be in both. They borrow from the bytes of `tree`. False if it is
  /// no tree.
  bool visit(const PackObject& tree, std::vector<TreeEntry>& added,
             std::vector<TreeEntry>& removed);

 private:
  /// Where the entries of a tree begin, in bytes, and where the last one ends. A tree
  /// of more than 4 GiB is none.
  using Starts = std::vector<std::uint32_t>;
  /// Entries of the base, by position, [begin, end).
  struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  bool compare(const PackObject& tree, const Starts& base, Starts& starts,
               std::vector<TreeEntry>& added);
  bool copy(std::uint64_t base_begin, std::uint64_t base_end, const Starts& base,
            Starts& starts);

  /// On the way from a root to the tree that was visited last.
  struct Node {
    ObjectNumber number = 0;
    Starts starts;
  };
  std::vector<Node> path_;
  std::vector<Run> kept_;  ///< runs of the base's entries that the tree has, sorted
};

}  // namespace leaksieve
