#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "scanner/model/diagnostic.h"
#include "scanner/model/finding.h"
#include "scanner/source/history/commit_graph.h"
#include "scanner/source/history/tree_graph.h"
#include "scanner/source/objects.h"

namespace leaksieve {

/// What can be reached from the tips that are given to it, in the order in which they
/// are given: of everything one way in which it was reached is remembered. What the
/// graphs lack is read through libgit2 and added to them; what is not there at all
/// becomes a diagnostic.
class Reachable {
 public:
  /// Whether a file of this name is wanted with every tree that names it.
  using NamesMatter = std::function<bool(std::string_view name)>;

  /// All but `names_matter` are borrowed. `shallow` are the commits whose parents are
  /// missing by design.
  Reachable(const ObjectStore& store, ObjectTable& objects, CommitGraph& commits,
            TreeGraph& trees, const std::vector<ObjectId>& shallow,
            NamesMatter names_matter);

  /// A commit and all that it leads to. What was reached before keeps its `where`.
  void add_commit(const ObjectId& tip, Where where);
  void add_tree(const ObjectId& tree, Where where);
  void add_blob(const ObjectId& blob, Where where);

  bool reached_blob(ObjectNumber number) const { return has(number, kBlob); }
  bool reached_commit(ObjectNumber number) const { return has(number, kCommit); }
  /// Only of what was reached.
  Where where(ObjectNumber number) const {
    return static_cast<Where>(marks_[number] & kWhere);
  }

  /// One path of a blob or tree that was reached, as git writes it; empty for what no
  /// tree names.
  std::string path(ObjectNumber number) const;
  /// A commit that has the blob or tree at that path; kNoCommit for one that a tag
  /// names.
  CommitGraph::Commit commit(ObjectNumber number) const;

  const std::vector<CommitGraph::Commit>& commits() const { return reached_commits_; }
  /// What was reached as a blob, each once.
  const std::vector<ObjectNumber>& blobs() const { return blobs_; }

  /// A blob under a name that matters; its path is path(tree) + "/" + name.
  struct Named {
    TreeGraph::Tree tree = 0;
    TreeGraph::Entry entry;
  };
  const std::vector<Named>& named() const { return named_; }
  /// Whether path(number) ends in such a name.
  bool has_name_that_matters(ObjectNumber number) const;
  std::string path(const Named& named) const;

  std::size_t submodules() const { return submodules_.size(); }
  bool reached_shallow() const { return reached_shallow_; }
  const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  struct Place {
    TreeGraph::Tree parent = TreeGraph::kNoTree;
    std::uint32_t name = 0;
  };

  // What a number was reached as. An object is what the tree or commit that names it
  // says it is: a hostile tree may name one object as a file and as a folder, and has
  // to get both.
  enum Mark : std::uint8_t {
    kWhere = 0x0f,
    kBlob = 0x10,
    kTree = 0x20,
    kCommit = 0x40
  };

  bool has(ObjectNumber number, Mark as) const {
    return number < marks_.size() && (marks_[number] & as) != 0;
  }
  bool mark(ObjectNumber number, Mark as, Where where, Place place);
  CommitGraph::Commit load_commit(ObjectNumber number);
  TreeGraph::Tree load_tree(ObjectNumber number);
  void walk_trees(ObjectNumber root, Where where);
  void enter(TreeGraph::Tree tree, const TreeGraph::Entry& entry, Where where);
  bool matters(std::uint32_t name);
  void broken(std::string what, ObjectNumber number);

  const ObjectStore& store_;
  ObjectTable& objects_;
  CommitGraph& commits_;
  TreeGraph& trees_;
  std::unordered_set<ObjectId> shallow_;
  NamesMatter names_matter_;

  std::vector<std::uint8_t> marks_;  ///< by object: bits of Mark, and a Where
  std::vector<Place> places_;        ///< by object
  std::vector<CommitGraph::Commit> commit_of_root_;  ///< by object
  std::vector<CommitGraph::Commit> reached_commits_;
  std::vector<ObjectNumber> blobs_;
  std::vector<Named> named_;
  std::vector<std::uint8_t> name_matters_;  ///< by name: 0 not asked yet, 1 no, 2 yes
  std::set<std::string> submodules_;
  std::vector<ObjectNumber> pending_;
  bool reached_shallow_ = false;
  Diagnostics diagnostics_;
};

}  // namespace leaksieve
