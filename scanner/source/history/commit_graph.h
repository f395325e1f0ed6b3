#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "scanner/model/object_id.h"
#include "scanner/source/history/object_table.h"

namespace leaksieve {

/// Every commit of a repository's packs, and those that were added: trees, parents,
/// times.
class CommitGraph {
 public:
  /// A commit of the graph, counted from 0.
  using Commit = std::uint32_t;
  static constexpr Commit kNoCommit = std::numeric_limits<Commit>::max();

  /// Reads all commits of the table's packs. Ids that no pack holds are added to the
  /// table. A commit that cannot be read here is not part of the graph: see add().
  static CommitGraph read(ObjectTable& objects, std::uint64_t memory);

  /// Adds a commit that was read in another way. False if `bytes` are no commit.
  bool add(ObjectTable& objects, ObjectNumber number, std::string_view bytes);

  Commit size() const { return static_cast<Commit>(nodes_.size()); }
  /// kNoCommit if the object is not part of the graph.
  Commit find(ObjectNumber number) const {
    return number < by_number_.size() ? by_number_[number] : kNoCommit;
  }
  ObjectNumber number(Commit commit) const { return nodes_[commit].number; }
  ObjectNumber tree(Commit commit) const { return nodes_[commit].tree; }
  /// Numbers of objects, which need not be part of the graph.
  std::span<const ObjectNumber> parents(Commit commit) const {
    return {parents_.data() + nodes_[commit].first_parent, nodes_[commit].parents};
  }
  /// Of the committer, seconds since 1970.
  std::int64_t time(Commit commit) const { return nodes_[commit].time; }

 private:
  struct Node {
    ObjectNumber number = 0;
    ObjectNumber tree = 0;
    std::int64_t time = 0;
    std::uint32_t first_parent = 0;
    std::uint32_t parents = 0;
  };

  std::vector<Node> nodes_;
  std::vector<ObjectNumber> parents_;
  std::vector<Commit> by_number_;
};

}  // namespace leaksieve
