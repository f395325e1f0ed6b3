#include "scanner/source/tree_diff.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "scanner/source/tree.h"

namespace leaksieve {
namespace {

// A tree that was read; keeps the bytes that its entries borrow from.
struct LoadedTree {
  std::optional<Object> object;
  std::vector<TreeEntry> entries;
};

// A directory to compare: in the new tree and in each parent (zero: not there).
struct Level {
  std::string prefix;  // "" or "a/b/"
  ObjectId tree;
  std::vector<ObjectId> parents;
};

class Differ {
 public:
  Differ(const ObjectStore& objects, Diagnostics& diagnostics)
      : objects_(objects), diagnostics_(diagnostics) {}

  TreeDiff run(const ObjectId& tree, const std::vector<ObjectId>& parents) {
    levels_.push_back({"", tree, parents});
    while (!levels_.empty()) {
      const Level level = std::move(levels_.back());
      levels_.pop_back();
      compare(level);
    }
    const auto by_path = [](const auto& a, const auto& b) { return a.path < b.path; };
    std::sort(diff_.added.begin(), diff_.added.end(), by_path);
    std::sort(diff_.dropped.begin(), diff_.dropped.end(), by_path);
    keep_dropped_by_all(std::max<std::size_t>(parents.size(), 1));
    return std::move(diff_);
  }

 private:
  // `dropped` is sorted by path and has an entry for each parent that has it.
  void keep_dropped_by_all(std::size_t parents) {
    if (parents == 1) return;
    std::vector<BlobAt> kept;
    auto& all = diff_.dropped;
    for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
      while (end < all.size() && all[end].path == all[begin].path) ++end;
      if (end - begin < parents) continue;
      for (std::size_t i = begin; i < end; ++i) kept.push_back(std::move(all[i]));
    }
    all = std::move(kept);
  }

  void compare(const Level& level) {
    const LoadedTree now = load(level.tree, level.prefix);
    std::vector<LoadedTree> before;
    std::vector<std::unordered_map<std::string_view, const TreeEntry*>> by_name;
    for (const ObjectId& parent : level.parents) {
      before.push_back(load(parent, level.prefix));
    }
    for (const LoadedTree& parent : before) {
      auto& names = by_name.emplace_back();
      for (const TreeEntry& entry : parent.entries) names.emplace(entry.name, &entry);
    }
    for (const TreeEntry& entry : now.entries) compare_entry(level, entry, by_name);
    // What is left in the maps has no entry of its name in the new tree.
    for (const auto& names : by_name) {
      for (const auto& [name, entry] : names) drop(level, *entry);
    }
  }

  using Names = std::vector<std::unordered_map<std::string_view, const TreeEntry*>>;

  void compare_entry(const Level& level, const TreeEntry& entry, Names& by_name) {
    std::vector<ObjectId> ids(by_name.size());
    bool known = false;
    for (std::size_t i = 0; i < by_name.size(); ++i) {
      const auto found = by_name[i].find(entry.name);
      if (found == by_name[i].end()) continue;
      const TreeEntry& old = *found->second;
      by_name[i].erase(found);
      known |= old.id == entry.id && old.is_tree() == entry.is_tree();
      if (old.is_tree() == entry.is_tree() && !old.is_submodule()) {
        ids[i] = old.id;
      } else {
        drop(level, old);
      }
    }
    if (known) return;
    std::string path = level.prefix + std::string(entry.name);
    if (entry.is_tree()) {
      levels_.push_back({path + "/", entry.id, std::move(ids)});
    } else if (entry.is_submodule()) {
      ++diff_.submodules;
    } else {
      diff_.added.push_back({std::move(path), entry.id, std::move(ids)});
    }
  }

  void drop(const Level& level, const TreeEntry& entry) {
    const std::string path = level.prefix + std::string(entry.name);
    if (entry.is_tree()) {
      levels_.push_back({path + "/", ObjectId{}, {entry.id}});
    } else if (entry.is_blob()) {
      diff_.dropped.push_back({path, entry.id});
    }
  }

  LoadedTree load(const ObjectId& id, const std::string& prefix) {
    LoadedTree tree;
    if (id.is_zero()) return tree;
    auto object = objects_.read_structure(id, ObjectType::tree);
    if (!object) {
      unreadable(object.error().message, id, prefix);
      return tree;
    }
    tree.object.emplace(std::move(*object));
    auto entries = parse_tree(tree.object->bytes());
    if (entries) {
      tree.entries = std::move(*entries);
    } else {
      unreadable(entries.error().message, id, prefix);
    }
    return tree;
  }

  void unreadable(const std::string& why, const ObjectId& id,
                  const std::string& prefix) {
    diagnostics_.push_back({Diagnostic::Level::error, "cannot read a tree: " + why,
                            prefix, id.hex(), true});
  }

  const ObjectStore& objects_;
  Diagnostics& diagnostics_;
  std::vector<Level> levels_;
  TreeDiff diff_;
};

}  // namespace

TreeDiff diff_tree(const ObjectStore& objects, const ObjectId& tree,
                   const std::vector<ObjectId>& parents, Diagnostics& diagnostics) {
  return Differ(objects, diagnostics).run(tree, parents);
}

ObjectId blob_at(const ObjectStore& objects, const ObjectId& tree,
                 const std::string& path) {
  ObjectId at = tree;
  for (std::size_t begin = 0; begin <= path.size() && !at.is_zero();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view name = std::string_view(path).substr(begin, end - begin);
    const bool last = end == path.size();
    const auto object = objects.read_structure(at, ObjectType::tree);
    if (!object) return {};
    const auto entries = parse_tree(object->bytes());
    if (!entries) return {};
    const auto found =
        std::find_if(entries->begin(), entries->end(), [&](const TreeEntry& entry) {
          return entry.name == name && (last ? entry.is_blob() : entry.is_tree());
        });
    at = found != entries->end() ? found->id : ObjectId{};
    begin = end + 1;
  }
  return at;
}

}  // namespace leaksieve
