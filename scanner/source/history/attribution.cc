#include "scanner/source/history/attribution.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "scanner/source/history/holdings.h"

namespace leaksieve {
namespace {

using Commit = CommitGraph::Commit;
using Entry = TreeGraph::Entry;
using Kind = TreeGraph::Kind;

// A place of a secret: one is a node of the union of places that renames connect.
struct Spot {
  std::uint32_t secret = 0;
  std::uint32_t path = 0;
  auto operator<=>(const Spot&) const = default;
};

struct Event {
  Commit commit = 0;
  std::uint32_t path = 0;
  ObjectNumber blob = kNoObject;
};

// What happened to a secret at a path.
struct Story {
  std::vector<Event> introduced;
  std::vector<Event> removed;
  bool at_head = false;
  ObjectNumber head_blob = kNoObject;
  std::vector<std::uint32_t> refs;  // positions in History::refs
};

// A path at which a commit differs from each of its parents.
struct Leaf {
  std::string path;
  ObjectNumber now = kNoObject;
  std::vector<ObjectNumber> before;  // one a parent
};

class Attribution {
 public:
  Attribution(const History& history, const std::vector<Holding>& holdings)
      : history_(history), trees_(history.trees), commits_(history.commits) {
    std::vector<ObjectNumber> wanted;
    for (const Holding& holding : holdings) {
      const ObjectNumber number = history_.objects.find(holding.blob);
      if (number == kNoObject) continue;
      auto& secrets = secrets_of_[number];
      if (secrets.empty()) wanted.push_back(number);
      secrets[holding.secret] += holding.count;
    }
    holdings_.emplace(trees_, wanted);
  }

  std::vector<std::vector<Origin>> run(std::uint32_t secrets) {
    for (const Commit commit : history_.reachable->commits()) look_at(commit);
    look_at_refs();
    mark_head_history();
    std::vector<std::vector<Origin>> out(secrets);
    for (const auto& [spot, story] : merged_stories()) {
      if (story.introduced.empty()) continue;
      out[spot.secret].push_back(origin(story));
    }
    for (auto& origins : out) {
      std::sort(origins.begin(), origins.end(), [&](const Origin& a, const Origin& b) {
        const std::int64_t time_a = time(a.commit);
        const std::int64_t time_b = time(b.commit);
        return time_a != time_b ? time_a < time_b : a.path < b.path;
      });
    }
    return out;
  }

 private:
  const Holdings::Entries& entries(ObjectNumber tree) const {
    return holdings_->of(tree);
  }

  std::uint32_t count(ObjectNumber blob, std::uint32_t secret) const {
    const auto found = secrets_of_.find(blob);
    if (found == secrets_of_.end()) return 0;
    const auto held = found->second.find(secret);
    return held == found->second.end() ? 0 : held->second;
  }

  std::int64_t time(const ObjectId& commit) const {
    return commits_.time(commits_.find(history_.objects.find(commit)));
  }

  void look_at(Commit commit) {
    std::vector<ObjectNumber> before;
    for (const ObjectNumber parent : commits_.parents(commit)) {
      const Commit known = commits_.find(parent);
      if (known == CommitGraph::kNoCommit) continue;
      before.push_back(commits_.tree(known));
    }
    std::vector<Leaf> leaves;
    compare(commits_.tree(commit), before, leaves);
    std::sort(leaves.begin(), leaves.end(),
              [](const Leaf& a, const Leaf& b) { return a.path < b.path; });
    for (const Leaf& leaf : leaves) {
      judge(commit, leaf, leaves);
    }
  }

  // Appends the paths at which `now` differs from each of `before`.
  void compare(ObjectNumber root, const std::vector<ObjectNumber>& roots,
               std::vector<Leaf>& leaves) const {
    struct Pair {
      ObjectNumber now;
      std::vector<ObjectNumber> before;  // kNoObject: no folder there
      std::string prefix;
    };
    if (std::find(roots.begin(), roots.end(), root) != roots.end()) return;
    std::vector<Pair> stack{{root, roots, ""}};
    while (!stack.empty()) {
      const Pair pair = std::move(stack.back());
      stack.pop_back();
      // By name and kind: what each side has there.
      std::map<std::pair<std::uint32_t, Kind>, std::vector<ObjectNumber>> rows;
      const std::size_t sides = pair.before.size() + 1;
      const auto add = [&](ObjectNumber tree, std::size_t side) {
        if (tree == kNoObject) return;
        for (const Entry& entry : entries(tree)) {
          auto& row = rows[{entry.name, entry.kind}];
          row.resize(sides, kNoObject);
          row[side] = entry.child;
        }
      };
      add(pair.now, 0);
      for (std::size_t i = 0; i < pair.before.size(); ++i) add(pair.before[i], i + 1);
      for (const auto& [key, row] : rows) {
        if (std::find(row.begin() + 1, row.end(), row[0]) != row.end()) continue;
        std::string path = pair.prefix + std::string(trees_.names()[key.first]);
        std::vector<ObjectNumber> before(row.begin() + 1, row.end());
        if (key.second == Kind::tree) {
          stack.push_back({row[0], std::move(before), path + "/"});
        } else {
          leaves.push_back({std::move(path), row[0], std::move(before)});
        }
      }
    }
  }

  void judge(Commit commit, const Leaf& leaf, const std::vector<Leaf>& leaves) {
    if (const auto held = secrets_of_.find(leaf.now); held != secrets_of_.end()) {
      for (const auto& [secret, times] : held->second) {
        if (!is_more(times, leaf, secret)) continue;
        const Spot spot{secret, path_number(leaf.path)};
        if (const Leaf* source = rename_source(commit, leaf, leaves, secret, times)) {
          unite(spot, {secret, path_number(source->path)});
        } else {
          stories_[spot].introduced.push_back({commit, spot.path, leaf.now});
        }
      }
    }
    if (leaf.before.empty()) return;
    // What each parent has; the first one's are enough to look at.
    const auto held = secrets_of_.find(leaf.before[0]);
    if (held == secrets_of_.end()) return;
    for (const auto& [secret, times] : held->second) {
      const std::uint32_t now = count(leaf.now, secret);
      const bool less = std::all_of(
          leaf.before.begin(), leaf.before.end(),
          [&, s = secret](ObjectNumber blob) { return now < count(blob, s); });
      if (less) {
        const Spot spot{secret, path_number(leaf.path)};
        stories_[spot].removed.push_back({commit, spot.path, leaf.before[0]});
      }
    }
  }

  bool is_more(std::uint32_t times, const Leaf& leaf, std::uint32_t secret) const {
    return std::all_of(leaf.before.begin(), leaf.before.end(),
                       [&](ObjectNumber blob) { return times > count(blob, secret); });
  }

  // A path that the commit drops and at which a parent has the secret as often.
  const Leaf* rename_source(Commit commit, const Leaf& leaf,
                            const std::vector<Leaf>& leaves, std::uint32_t secret,
                            std::uint32_t times) const {
    for (const Leaf& other : leaves) {
      if (other.now != kNoObject || &other == &leaf) continue;
      const bool held =
          std::any_of(other.before.begin(), other.before.end(),
                      [&](ObjectNumber blob) { return count(blob, secret) >= times; });
      if (held && !has_path(commits_.tree(commit), other.path)) return &other;
    }
    return nullptr;
  }

  bool has_path(ObjectNumber root, std::string_view path) const {
    TreeGraph::Tree tree = trees_.find(root);
    while (tree != TreeGraph::kNoTree) {
      const std::size_t end = path.find('/');
      const auto entry = trees_.entry(tree, path.substr(0, end));
      if (!entry) return false;
      if (end == std::string_view::npos) return true;
      if (entry->kind != Kind::tree) return false;
      path.remove_prefix(end + 1);
      tree = trees_.find(entry->child);
    }
    return false;
  }

  // --- which places belong together -------------------------------------------------

  std::uint32_t path_number(const std::string& path) {
    const auto [it, is_new] =
        path_numbers_.try_emplace(path, static_cast<std::uint32_t>(paths_.size()));
    if (is_new) paths_.push_back(&it->first);
    return it->second;
  }

  Spot root_of(Spot spot) {
    for (auto up = united_.find(spot); up != united_.end(); up = united_.find(spot)) {
      spot = up->second;
    }
    return spot;
  }

  // The story of `from` becomes a part of that of `to`.
  void unite(const Spot& from, const Spot& to) {
    const Spot a = root_of(from);
    const Spot b = root_of(to);
    if (a != b) united_.emplace(a, b);
  }

  std::map<Spot, Story> merged_stories() {
    std::map<Spot, Story> merged;
    for (auto& [spot, story] : stories_) {
      Story& all = merged[root_of(spot)];
      all.introduced.insert(all.introduced.end(), story.introduced.begin(),
                            story.introduced.end());
      all.removed.insert(all.removed.end(), story.removed.begin(), story.removed.end());
      all.refs.insert(all.refs.end(), story.refs.begin(), story.refs.end());
      if (!story.at_head) continue;
      all.at_head = true;
      all.head_blob = story.head_blob;
    }
    return merged;
  }

  // --- where it is alive
  // --------------------------------------------------------------

  void look_at_refs() {
    std::map<ObjectNumber, std::vector<std::uint32_t>> refs_of_root;
    for (std::uint32_t i = 0; i < history_.refs.size(); ++i) {
      const Commit commit = tip(history_.refs[i].target);
      if (commit != CommitGraph::kNoCommit) {
        refs_of_root[commits_.tree(commit)].push_back(i);
      }
    }
    const Commit head = tip(history_.head);
    if (head != CommitGraph::kNoCommit) refs_of_root[commits_.tree(head)];
    for (const auto& [root, refs] : refs_of_root) {
      const bool is_head =
          head != CommitGraph::kNoCommit && commits_.tree(head) == root;
      std::vector<Leaf> leaves;
      compare(root, {}, leaves);
      for (const Leaf& leaf : leaves) {
        const auto held = secrets_of_.find(leaf.now);
        if (held == secrets_of_.end()) continue;
        for (const auto& [secret, times] : held->second) {
          Story& story = stories_[{secret, path_number(leaf.path)}];
          story.refs.insert(story.refs.end(), refs.begin(), refs.end());
          if (!is_head) continue;
          story.at_head = true;
          story.head_blob = leaf.now;
        }
      }
    }
  }

  Commit tip(const ObjectId& id) const {
    return commits_.find(history_.objects.find(id));
  }

  void mark_head_history() {
    in_head_.assign(commits_.size(), false);
    std::vector<Commit> stack{tip(history_.head)};
    while (!stack.empty()) {
      const Commit commit = stack.back();
      stack.pop_back();
      if (commit == CommitGraph::kNoCommit || in_head_[commit]) continue;
      in_head_[commit] = true;
      for (const ObjectNumber parent : commits_.parents(commit)) {
        stack.push_back(commits_.find(parent));
      }
    }
  }

  // --- the answer
  // ---------------------------------------------------------------------

  Origin origin(const Story& story) {
    const auto older = [&](const Event& a, const Event& b) {
      const std::int64_t time_a = commits_.time(a.commit);
      const std::int64_t time_b = commits_.time(b.commit);
      if (time_a != time_b) return time_a < time_b;
      if (a.path != b.path) return *paths_[a.path] < *paths_[b.path];
      return history_.objects.id(commits_.number(a.commit)) <
             history_.objects.id(commits_.number(b.commit));
    };
    const Event first =
        *std::min_element(story.introduced.begin(), story.introduced.end(), older);
    Origin origin;
    origin.path = *paths_[first.path];
    origin.blob = history_.objects.id(first.blob);
    origin.commit = history_.objects.id(commits_.number(first.commit));
    origin.at_head = story.at_head;
    if (story.at_head) origin.head_blob = history_.objects.id(story.head_blob);
    for (const std::uint32_t ref : story.refs) {
      origin.refs.push_back(history_.refs[ref].name);
    }
    std::sort(origin.refs.begin(), origin.refs.end());  // "heads" before "tags"
    origin.refs.erase(std::unique(origin.refs.begin(), origin.refs.end()),
                      origin.refs.end());
    if (!story.at_head) {
      const Event* last = nullptr;
      for (const Event& event : story.removed) {
        // While a ref still has it, only HEAD's own history tells who removed it there.
        if (!in_head_[event.commit] && !story.refs.empty()) continue;
        if (last == nullptr || older(*last, event)) last = &event;
      }
      if (last != nullptr) {
        origin.removed_by = history_.objects.id(commits_.number(last->commit));
      }
    }
    return origin;
  }

  const History& history_;
  const TreeGraph& trees_;
  const CommitGraph& commits_;
  // Ordered, so that the same input gives the same report.
  std::unordered_map<ObjectNumber, std::map<std::uint32_t, std::uint32_t>> secrets_of_;
  std::optional<Holdings> holdings_;
  std::map<Spot, Story> stories_;
  std::map<Spot, Spot> united_;
  std::unordered_map<std::string, std::uint32_t> path_numbers_;
  std::vector<const std::string*> paths_;  // the keys, which never move
  std::vector<bool> in_head_;
};

}  // namespace

std::vector<std::vector<Origin>> attribute(const History& history,
                                           const std::vector<Holding>& holdings,
                                           std::uint32_t secrets) {
  return Attribution(history, holdings).run(secrets);
}

}  // namespace leaksieve
