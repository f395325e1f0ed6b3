#include "scanner/source/history_source.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "scanner/source/commit_walk.h"
#include "scanner/source/git_source.h"
#include "scanner/source/tree.h"

namespace leaksieve {
namespace {

// What the refs lead to, tags peeled.
struct Tips {
  std::vector<ObjectId> commits;
  std::vector<ObjectId> notes;  // commits under refs/notes
  std::vector<ObjectId> tags;   // annotated ones, each once
  std::vector<ObjectId> trees;  // named by a tag or ref directly
  std::vector<ObjectId> blobs;
};

class HistoryLister {
 public:
  HistoryLister(const git::Repository& repository, const HistoryOptions& options)
      : repository_(repository), options_(options), objects_(repository) {}

  Result<Listing> run() {
    SCANNER_TRY(const ObjectId head, repository_.head());
    SCANNER_TRY(const std::vector<git::Ref> refs, repository_.refs());
    if (!head.is_zero()) add_tip("HEAD", head);
    for (const git::Ref& ref : refs) {
      if (ref.target.is_zero()) {
        broken("the ref " + ref.name + " names nothing that is there", {});
      } else {
        add_tip(ref.name, ref.target);
      }
    }
    if (options_.all_objects) SCANNER_CHECK(add_unreachable_commits());
    walk(tips_.commits, Where::file);
    walk(tips_.notes, Where::note);
    for (const ObjectId& tree : tips_.trees) add_tree(tree, kNone, Where::tagged_blob);
    for (const ObjectId& blob : tips_.blobs)
      add_blob(blob, 0, kNone, Where::tagged_blob);
    if (options_.all_objects) add_unreachable_blobs();
    if (!submodules_.empty()) listing_.skipped["submodule"] = submodules_.size();
    SCANNER_CHECK(sort_by_pack());
    return std::move(listing_);
  }

 private:
  void add_tip(const std::string& name, ObjectId id) {
    // A chain of tags that name tags is followed; each tag once, so a cycle ends.
    for (;;) {
      const auto object = objects_.read(id, ObjectStore::kMaxStructureBytes);
      if (!object) {
        broken("cannot read what " + name + " names: " + object.error().message, id);
        return;
      }
      switch (object->type()) {
        case ObjectType::commit:
          (name.starts_with("refs/notes/") ? tips_.notes : tips_.commits).push_back(id);
          return;
        case ObjectType::tree:
          tips_.trees.push_back(id);
          return;
        case ObjectType::blob:
          tips_.blobs.push_back(id);
          return;
        case ObjectType::tag:
          break;
      }
      if (!seen_.insert(id).second) return;
      listing_.items.push_back({id, 0, kNone, kNone, Where::tag_message});
      const auto tag = parse_tag(object->bytes());
      if (!tag) {
        broken(tag.error().message, id);
        return;
      }
      id = tag->target;
    }
  }

  void walk(const std::vector<ObjectId>& tips, Where where) {
    bool reached_shallow = false;
    const std::vector<WalkedCommit> commits =
        walk_commits(objects_, tips, {}, shallow_commits(repository_), &reached_shallow,
                     listing_.diagnostics);
    if (reached_shallow && !said_shallow_) {
      said_shallow_ = true;
      broken(
          "the clone is shallow, so what came before its edge was not looked at; bring "
          "it by: git fetch --unshallow",
          {});
    }
    for (const WalkedCommit& commit : commits) {
      if (!seen_.insert(commit.id).second) continue;
      ++listing_.commit_count;
      const auto number = static_cast<std::uint32_t>(listing_.commits.size());
      listing_.commits.push_back(commit.id);
      listing_.items.push_back({commit.id, 0, number, kNone, Where::commit_message});
      add_tree(commit.header.tree, number, where);
    }
  }

  void add_tree(const ObjectId& root, std::uint32_t commit, Where where) {
    std::vector<std::pair<ObjectId, std::string>> stack{{root, ""}};
    while (!stack.empty()) {
      const auto [id, prefix] = std::move(stack.back());
      stack.pop_back();
      if (!seen_.insert(id).second) continue;
      const auto object = objects_.read_structure(id, ObjectType::tree);
      if (!object) {
        broken("cannot read a tree: " + object.error().message, id);
        continue;
      }
      const auto entries = parse_tree(object->bytes());
      if (!entries) {
        broken(entries.error().message, id);
        continue;
      }
      for (const TreeEntry& entry : *entries) {
        if (entry.is_submodule()) {
          submodules_.insert(prefix + std::string(entry.name));
        } else if (entry.is_tree()) {
          if (!seen_.contains(entry.id)) {
            stack.emplace_back(entry.id, prefix + std::string(entry.name) + "/");
          }
        } else {
          add_entry(entry, prefix, commit, where);
        }
      }
    }
  }

  void add_entry(const TreeEntry& entry, const std::string& prefix,
                 std::uint32_t commit, Where where) {
    const bool is_new = !seen_.contains(entry.id);
    const bool named = options_.names_matter && options_.names_matter(entry.name);
    if (!is_new && !named) return;
    std::string path = prefix + std::string(entry.name);
    if (!options_.filter.accepts(path)) {
      excluded_.insert(entry.id);
      return;
    }
    const std::uint32_t number = listing_.paths.add(path);
    if (named && !named_.emplace(entry.id, number).second) return;
    add_blob(entry.id, number, commit, where);
  }

  struct NameHash {
    std::size_t operator()(const std::pair<ObjectId, std::uint32_t>& key) const {
      return std::hash<ObjectId>{}(key.first) + key.second * 0x9e3779b97f4a7c15ULL;
    }
  };

  void add_blob(const ObjectId& id, std::uint32_t path, std::uint32_t commit,
                Where where) {
    seen_.insert(id);
    listing_.items.push_back({id, path, commit, kNone, where});
  }

  Result<void> add_unreachable_commits() {
    SCANNER_TRY(const std::vector<ObjectId> all, all_objects());
    for (const ObjectId& id : all) {
      const auto object = objects_.read(id, options_.max_bytes);
      if (!object) {
        broken(object.error().message, id);
      } else if (object->type() == ObjectType::commit) {
        tips_.commits.push_back(id);
      } else if (object->type() == ObjectType::blob) {
        every_blob_.push_back(id);
      } else if (object->type() == ObjectType::tag) {
        add_tip("a tag", id);
      }
    }
    return {};
  }

  void add_unreachable_blobs() {
    for (const ObjectId& id : every_blob_) {
      if (!seen_.contains(id) && !excluded_.contains(id)) {
        add_blob(id, 0, kNone, Where::file);
      }
    }
  }

  Result<std::vector<ObjectId>> all_objects() const {
    std::vector<ObjectId> ids;
    const auto append = [](const git_oid* oid, void* out) noexcept {
      static_cast<std::vector<ObjectId>*>(out)->push_back(git::to_id(*oid));
      return 0;
    };
    if (git_odb_foreach(repository_.odb(), append, &ids) < 0) {
      return git::last_error("cannot list the objects");
    }
    return ids;
  }

  // git_odb_foreach lists a pack by offset; a base is then read shortly before what is
  // a delta against it.
  Result<void> sort_by_pack() {
    if (!excluded_.empty()) listing_.skipped["excluded"] = excluded_.size();
    SCANNER_TRY(const std::vector<ObjectId> ids, all_objects());
    std::unordered_map<ObjectId, std::uint32_t> order;
    order.reserve(ids.size());
    for (const ObjectId& id : ids) {
      order.emplace(id, static_cast<std::uint32_t>(order.size()));
    }
    const auto rank = [&](const Item& item) {
      const auto found = order.find(item.object);
      return found != order.end() ? found->second : kNone;
    };
    std::vector<std::pair<std::uint32_t, Item>> ranked;
    ranked.reserve(listing_.items.size());
    for (const Item& item : listing_.items) ranked.emplace_back(rank(item), item);
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < ranked.size(); ++i)
      listing_.items[i] = ranked[i].second;
    return {};
  }

  void broken(const std::string& what, const ObjectId& id) {
    listing_.diagnostics.push_back(
        {Diagnostic::Level::error, what, "", id.is_zero() ? "" : id.hex(), true});
  }

  const git::Repository& repository_;
  const HistoryOptions& options_;
  ObjectStore objects_;
  Listing listing_;
  Tips tips_;
  bool said_shallow_ = false;
  std::unordered_set<ObjectId> seen_;
  std::unordered_set<ObjectId> excluded_;
  std::unordered_set<std::pair<ObjectId, std::uint32_t>, NameHash> named_;
  std::unordered_set<std::string> submodules_;
  std::vector<ObjectId> every_blob_;
};

}  // namespace

Result<std::unique_ptr<Source>> make_history_source(const git::Repository& repository,
                                                    const HistoryOptions& options) {
  SCANNER_TRY(Listing listing, HistoryLister(repository, options).run());
  return std::unique_ptr<Source>(
      std::make_unique<GitSource>(repository, std::move(listing), options.max_bytes));
}

}  // namespace leaksieve
