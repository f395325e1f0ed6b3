#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "scanner/model/object_id.h"
#include "scanner/source/history/name_table.h"
#include "scanner/source/history/object_table.h"
#include "scanner/source/tree.h"

namespace leaksieve {

/// Which objects the trees of a history name, and how. A tree is kept as its difference
/// to the tree that it is a delta against in the pack: most trees differ from it in one
/// entry, so that a graph is small where the trees' text is gigabytes.
class TreeGraph {
 public:
  /// A tree of the graph, counted from 0; a base has a smaller number than what is kept
  /// as a difference to it.
  using Tree = std::uint32_t;
  static constexpr Tree kNoTree = std::numeric_limits<Tree>::max();

  enum class Kind : std::uint8_t { blob, tree, submodule };

  struct Entry {
    std::uint64_t id_start = 0;  ///< the first eight bytes of the child's id
    ObjectNumber child = 0;  ///< of the ObjectTable; of a submodule it means nothing
    std::uint32_t name : 30 = 0;  ///< of names()
    Kind kind : 2 = Kind::blob;

    /// Whether it is the same entry. Does not look at `child`.
    bool operator==(const Entry& other) const {
      return id_start == other.id_start && name == other.name && kind == other.kind;
    }
  };

  /// Reads all trees of the table's packs, by at most `workers` threads. Ids that no
  /// pack holds are added to the table. A tree that cannot be read here is not part of
  /// the graph: see add().
  static TreeGraph read(ObjectTable& objects, unsigned workers, std::uint64_t memory);

  /// Adds a tree that was read in another way. False if `bytes` are no tree.
  bool add(ObjectTable& objects, ObjectNumber number, std::string_view bytes);

  Tree size() const { return static_cast<Tree>(nodes_.size()); }
  /// kNoTree if the object is not part of the graph.
  Tree find(ObjectNumber number) const {
    return number < by_number_.size() ? by_number_[number] : kNoTree;
  }
  ObjectNumber number(Tree tree) const { return nodes_[tree].number; }
  Tree base(Tree tree) const { return nodes_[tree].base; }
  /// The entries of the base that the tree does not have, without their `child`.
  std::span<const Entry> removed(Tree tree) const {
    return {entries_.data() + nodes_[tree].begin,
            entries_.data() + nodes_[tree].middle};
  }
  /// The entries that the base does not have; all of them, without a base.
  std::span<const Entry> added(Tree tree) const {
    return {entries_.data() + nodes_[tree].middle, entries_.data() + nodes_[tree].end};
  }
  /// Appends the entries of `tree` but those that a tree has which `known` accepts and
  /// which it is a difference to, in one or more steps: if that one's entries have been
  /// looked at, these are the others.
  void entries_beyond(Tree tree, const std::function<bool(Tree)>& known,
                      std::vector<Entry>& out) const;

  /// The entry of `tree` that has this name, if there is one.
  std::optional<Entry> entry(Tree tree, std::string_view name) const;

  const NameTable& names() const { return names_; }

 private:
  struct Node {
    ObjectNumber number = 0;
    Tree base = kNoTree;
    std::uint64_t begin = 0;  ///< in entries_: the removed, then the added
    std::uint64_t middle = 0;
    std::uint64_t end = 0;
  };
  struct Shard;

  void merge(ObjectTable& objects, const Shard& shard);
  void insert(const Node& node);

  std::vector<Node> nodes_;
  std::vector<Entry> entries_;
  std::vector<Tree> by_number_;
  NameTable names_;
};

}  // namespace leaksieve
