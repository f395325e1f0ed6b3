#include "scanner/source/index_source.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scanner/base/file.h"
#include "scanner/source/commit.h"
#include "scanner/source/git_source.h"
#include "scanner/source/index_file.h"
#include "scanner/source/tree.h"
#include "scanner/source/tree_diff.h"

namespace leaksieve {
namespace {

Result<ObjectId> tree_of(const ObjectStore& objects, const ObjectId& commit) {
  if (commit.is_zero()) return ObjectId{};
  SCANNER_TRY(const Object object, objects.read_structure(commit, ObjectType::commit));
  SCANNER_TRY(const CommitHeader header, parse_commit(object.bytes()));
  return header.tree;
}

// The trees of the commits that are being merged into HEAD.
std::vector<ObjectId> merge_head_trees(const git::Repository& repository,
                                       const ObjectStore& objects) {
  std::vector<ObjectId> trees;
  const auto text = read_file(repository.git_dir() + "MERGE_HEAD");
  if (!text) return trees;
  for (const ObjectId& commit : parse_ids(*text)) {
    if (const auto tree = tree_of(objects, commit)) trees.push_back(*tree);
  }
  return trees;
}

// A directory of the index: entries [first, last), HEAD's tree there, the cached tree.
struct Level {
  std::string prefix;  // "" or "a/b/"
  std::size_t first = 0;
  std::size_t last = 0;
  ObjectId tree;
  const CachedTree* cached = nullptr;
};

class IndexDiffer {
 public:
  IndexDiffer(const ObjectStore& objects, const IndexFile& index, Listing& listing)
      : objects_(objects), index_(index), listing_(listing) {}

  // Against HEAD alone: `before` has one id each.
  TreeDiff run(const ObjectId& head_tree) {
    levels_.push_back(
        {"", 0, index_.entries().size(), head_tree, index_.cached_tree()});
    while (!levels_.empty()) {
      const Level level = std::move(levels_.back());
      levels_.pop_back();
      compare(level);
    }
    return std::move(diff_);
  }

 private:
  void compare(const Level& level) {
    if (level.cached != nullptr && level.cached->id == level.tree && unchanged(level)) {
      return;
    }
    std::optional<Object> object;
    std::map<std::string_view, TreeEntry> head = load(level, object);
    const auto entries = index_.entries();
    for (std::size_t i = level.first; i < level.last;) {
      const std::string_view rest = entries[i].path.substr(level.prefix.size());
      const std::size_t slash = rest.find('/');
      const std::string_view name = rest.substr(0, slash);
      const auto found = head.find(name);
      const std::optional<TreeEntry> old =
          found != head.end() ? std::optional(found->second) : std::nullopt;
      if (slash == std::string_view::npos) {
        if (compare_file(entries[i], old)) head.erase(name);
        ++i;
      } else if (entries[i].is_sparse_directory()) {
        compare_sparse(entries[i], old);
        head.erase(name);
        ++i;
      } else {
        const bool both = old && old->is_tree();
        Level below{level.prefix + std::string(name) + "/", i, 0,
                    both ? old->id : ObjectId{},
                    level.cached != nullptr ? level.cached->child(name) : nullptr};
        below.last = end_of(below.prefix, i, level.last);
        i = below.last;
        levels_.push_back(std::move(below));
        if (both) head.erase(name);
      }
    }
    for (const auto& [name, entry] : head) drop(level.prefix, entry);
  }

  bool unchanged(const Level& level) const {
    const std::string_view directory =
        level.prefix.empty()
            ? std::string_view()
            : std::string_view(level.prefix).substr(0, level.prefix.size() - 1);
    return index_.covered_by(*level.cached, level.first, directory) ==
           level.last - level.first;
  }

  // Whether HEAD has a file of this name, so that it was not dropped.
  bool compare_file(const IndexEntry& entry, const std::optional<TreeEntry>& old) {
    const bool both = old && !old->is_tree();
    if (entry.stage != 0) {
      if (entry.stage == 2) ++listing_.skipped["unmerged"];
      return both;
    }
    if (entry.is_submodule()) {
      if (!old || old->id != entry.id) ++diff_.submodules;
      return both;
    }
    if (entry.intent_to_add || (both && old->id == entry.id)) return both;
    const bool had_blob = both && old->is_blob();
    diff_.added.push_back(
        {std::string(entry.path), entry.id, {had_blob ? old->id : ObjectId{}}});
    return both;
  }

  // A directory outside a sparse checkout, given by its tree.
  void compare_sparse(const IndexEntry& entry, const std::optional<TreeEntry>& old) {
    const ObjectId before = old && old->is_tree() ? old->id : ObjectId{};
    if (before == entry.id) return;
    TreeDiff below = diff_tree(objects_, entry.id, {before}, listing_.diagnostics);
    for (NewBlob& blob : below.added) {
      blob.path = std::string(entry.path) + blob.path;
      diff_.added.push_back(std::move(blob));
    }
    for (BlobAt& blob : below.dropped) {
      diff_.dropped.push_back({std::string(entry.path) + blob.path, blob.blob});
    }
    diff_.submodules += below.submodules;
  }

  void drop(const std::string& prefix, const TreeEntry& entry) {
    const std::string path = prefix + std::string(entry.name);
    if (entry.is_blob()) diff_.dropped.push_back({path, entry.id});
    if (!entry.is_tree()) return;
    TreeDiff below = diff_tree(objects_, ObjectId{}, {entry.id}, listing_.diagnostics);
    for (const BlobAt& blob : below.dropped) {
      diff_.dropped.push_back({path + "/" + blob.path, blob.blob});
    }
  }

  std::map<std::string_view, TreeEntry> load(const Level& level,
                                             std::optional<Object>& object) {
    std::map<std::string_view, TreeEntry> names;
    if (level.tree.is_zero()) return names;
    auto read = objects_.read_structure(level.tree, ObjectType::tree);
    auto entries =
        read ? parse_tree(read->bytes()) : Result<std::vector<TreeEntry>>(read.error());
    if (!entries) {
      listing_.diagnostics.push_back({Diagnostic::Level::error,
                                      "cannot read a tree: " + entries.error().message,
                                      level.prefix, level.tree.hex(), true});
      return names;
    }
    object.emplace(std::move(*read));
    for (const TreeEntry& entry : *entries) names.emplace(entry.name, entry);
    return names;
  }

  std::size_t end_of(const std::string& prefix, std::size_t first,
                     std::size_t last) const {
    const auto begin = index_.entries().begin();
    const auto end = std::partition_point(
        begin + static_cast<std::ptrdiff_t>(first),
        begin + static_cast<std::ptrdiff_t>(last),
        [&](const IndexEntry& entry) { return entry.path.starts_with(prefix); });
    return static_cast<std::size_t>(end - begin);
  }

  const ObjectStore& objects_;
  const IndexFile& index_;
  Listing& listing_;
  std::vector<Level> levels_;
  TreeDiff diff_;
};

// Adds the blobs that no merged commit has either.
void list_added(const ObjectStore& objects, TreeDiff diff,
                const std::vector<ObjectId>& merge_trees, const PathFilter& filter,
                Listing& listing) {
  if (diff.submodules > 0) listing.skipped["submodule"] += diff.submodules;
  listing.dropped.push_back(std::move(diff.dropped));
  for (NewBlob& blob : diff.added) {
    if (!filter.accepts(blob.path)) {
      ++listing.skipped["excluded"];
      continue;
    }
    for (const ObjectId& tree : merge_trees) {
      blob.before.push_back(blob_at(objects, tree, blob.path));
    }
    if (std::find(blob.before.begin(), blob.before.end(), blob.blob) !=
        blob.before.end()) {
      continue;
    }
    const auto change = static_cast<std::uint32_t>(listing.changes.size());
    listing.changes.push_back({std::move(blob.before), 0});
    listing.items.push_back(
        {blob.blob, listing.paths.add(blob.path), kNone, change, Where::file});
  }
}

}  // namespace

Result<std::unique_ptr<Source>> make_index_source(const git::Repository& repository,
                                                  const PathFilter& filter,
                                                  std::uint64_t max_bytes) {
  SCANNER_TRY(const IndexFile index,
              IndexFile::open(repository.index_path(), repository.git_dir()));
  SCANNER_TRY(const ObjectId head, repository.head());
  const ObjectStore objects(repository);
  const auto head_tree = tree_of(objects, head);
  if (!head_tree) {
    return Error{"cannot read the commit that HEAD names: " +
                 head_tree.error().message};
  }
  Listing listing;
  TreeDiff diff = IndexDiffer(objects, index, listing).run(*head_tree);
  list_added(objects, std::move(diff), merge_head_trees(repository, objects), filter,
             listing);
  return std::unique_ptr<Source>(
      std::make_unique<GitSource>(repository, std::move(listing), max_bytes));
}

Result<std::unique_ptr<Source>> make_whole_index_source(
    const git::Repository& repository, const PathFilter& filter,
    std::uint64_t max_bytes) {
  SCANNER_TRY(const IndexFile index,
              IndexFile::open(repository.index_path(), repository.git_dir()));
  const ObjectStore objects(repository);
  Listing listing;
  TreeDiff all = IndexDiffer(objects, index, listing).run(ObjectId{});
  if (all.submodules > 0) listing.skipped["submodule"] += all.submodules;
  for (const NewBlob& blob : all.added) {
    if (!filter.accepts(blob.path)) {
      ++listing.skipped["excluded"];
      continue;
    }
    listing.items.push_back(
        {blob.blob, listing.paths.add(blob.path), kNone, kNone, Where::file});
  }
  return std::unique_ptr<Source>(
      std::make_unique<GitSource>(repository, std::move(listing), max_bytes));
}

}  // namespace leaksieve
