#include "scanner/source/commit_walk.h"

#include <algorithm>
#include <queue>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "scanner/base/file.h"

namespace leaksieve {
namespace {

struct Node {
  CommitHeader header;
  bool excluded = false;
  bool readable = false;
};

class Walk {
 public:
  Walk(const ObjectStore& objects, const std::vector<ObjectId>& shallow,
       bool* reached_shallow, Diagnostics& diagnostics)
      : objects_(objects),
        shallow_(shallow.begin(), shallow.end()),
        reached_shallow_(reached_shallow),
        diagnostics_(diagnostics) {}

  std::vector<WalkedCommit> run(const std::vector<ObjectId>& include,
                                const std::vector<ObjectId>& exclude) {
    for (const ObjectId& id : exclude) push(id, true);
    for (const ObjectId& id : include) push(id, false);
    std::vector<ObjectId> order;
    // Clocks may be wrong: an excluded commit can be older than what it excludes. As
    // git does, go on for a few commits after the last one that is still wanted.
    int slop = kSlop;
    while (!queue_.empty() && slop > 0) {
      const ObjectId id = queue_.top().second;
      queue_.pop();
      const Node& node = nodes_.at(id);
      const bool excluded = node.excluded;
      slop = excluded && wanted_in_queue_ == 0 ? slop - 1 : kSlop;
      if (!excluded) {
        --wanted_in_queue_;
        order.push_back(id);
      }
      queued_.erase(id);
      if (shallow_.contains(id)) {
        if (!excluded && reached_shallow_ != nullptr) *reached_shallow_ = true;
        continue;
      }
      for (const ObjectId& parent : std::vector(node.header.parents)) {
        push(parent, excluded);
      }
    }
    std::vector<WalkedCommit> commits;
    for (const ObjectId& id : order) {
      const Node& node = nodes_.at(id);
      if (node.excluded) continue;
      commits.push_back({id, node.header, {}});
      if (shallow_.contains(id)) continue;
      for (const ObjectId& parent : node.header.parents) {
        // The zero tree if the walk could not read it, and said so.
        commits.back().parent_trees.push_back(nodes_.at(parent).header.tree);
      }
    }
    return commits;
  }

 private:
  static constexpr int kSlop = 8;

  // Sees a commit for the first time, or excludes one that was wanted before.
  void push(const ObjectId& first, bool excluded) {
    std::vector<ObjectId> stack{first};
    while (!stack.empty()) {
      const ObjectId id = stack.back();
      stack.pop_back();
      const auto [it, is_new] = nodes_.try_emplace(id);
      Node& node = it->second;
      if (is_new) {
        load(id, node, excluded);
        node.excluded = excluded;
        if (!node.readable) continue;
        queue_.emplace(node.header.commit_time, id);
        queued_.insert(id);
        if (!excluded) ++wanted_in_queue_;
      } else if (excluded && !node.excluded) {
        node.excluded = true;
        if (queued_.contains(id)) {
          --wanted_in_queue_;
        } else if (!shallow_.contains(id)) {
          // Its parents were seen already and are excluded with it.
          stack.insert(stack.end(), node.header.parents.begin(),
                       node.header.parents.end());
        }
      }
    }
  }

  void load(const ObjectId& id, Node& node, bool excluded) {
    const auto object = objects_.read_structure(id, ObjectType::commit);
    auto header =
        object ? parse_commit(object->bytes()) : Result<CommitHeader>(object.error());
    if (header) {
      node.header = std::move(*header);
      node.readable = true;
    } else {
      // Not to know what is excluded may report too much, never too little.
      diagnostics_.push_back({Diagnostic::Level::error,
                              "cannot read a commit: " + header.error().message, "",
                              id.hex(), !excluded});
    }
  }

  using Entry = std::pair<std::int64_t, ObjectId>;

  const ObjectStore& objects_;
  std::unordered_set<ObjectId> shallow_;
  bool* reached_shallow_;
  Diagnostics& diagnostics_;
  std::unordered_map<ObjectId, Node> nodes_;
  std::priority_queue<Entry> queue_;
  std::unordered_set<ObjectId> queued_;
  std::size_t wanted_in_queue_ = 0;
};

}  // namespace

std::vector<WalkedCommit> walk_commits(const ObjectStore& objects,
                                       const std::vector<ObjectId>& include,
                                       const std::vector<ObjectId>& exclude,
                                       const std::vector<ObjectId>& shallow,
                                       bool* reached_shallow,
                                       Diagnostics& diagnostics) {
  return Walk(objects, shallow, reached_shallow, diagnostics).run(include, exclude);
}

std::vector<ObjectId> shallow_commits(const git::Repository& repository) {
  const auto text = read_file(repository.common_dir() + "shallow");
  return text ? parse_ids(*text) : std::vector<ObjectId>{};
}

}  // namespace leaksieve
