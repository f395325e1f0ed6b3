#include "scanner/source/range_source.h"

#include <utility>

#include "scanner/source/commit_walk.h"
#include "scanner/source/git_source.h"
#include "scanner/source/tree_diff.h"

namespace leaksieve {
namespace {

// Adds what one commit brings to the listing.
void add_commit(const ObjectStore& objects, const WalkedCommit& commit,
                const PathFilter& filter, bool (*is_noted)(std::string_view),
                Listing& listing) {
  const auto number = static_cast<std::uint32_t>(listing.commits.size());
  listing.commits.push_back(commit.id);
  listing.items.push_back({commit.id, 0, number, kNone, Where::commit_message});

  // To a parent that cannot be read everything is new.
  std::vector<ObjectId> parent_trees = commit.parent_trees;
  if (parent_trees.empty()) parent_trees.emplace_back();
  TreeDiff diff =
      diff_tree(objects, commit.header.tree, parent_trees, listing.diagnostics);
  if (diff.submodules > 0) listing.skipped["submodule"] += diff.submodules;
  if (is_noted != nullptr) {
    for (const NewBlob& blob : diff.added) {
      if (is_noted(blob.path)) listing.noted.insert(blob.path);
    }
    for (const BlobAt& dropped : diff.dropped) {
      if (is_noted(dropped.path)) listing.noted.insert(dropped.path);
    }
  }
  if (diff.added.empty()) return;
  const auto dropped = static_cast<std::uint32_t>(listing.dropped.size());
  listing.dropped.push_back(std::move(diff.dropped));
  for (NewBlob& blob : diff.added) {
    if (!filter.accepts(blob.path)) {
      ++listing.skipped["excluded"];
      continue;
    }
    const auto change = static_cast<std::uint32_t>(listing.changes.size());
    listing.changes.push_back({std::move(blob.before), dropped});
    listing.items.push_back(
        {blob.blob, listing.paths.add(blob.path), number, change, Where::file});
  }
}

}  // namespace

std::unique_ptr<Source> make_range_source(const git::Repository& repository,
                                          const Range& range, const PathFilter& filter,
                                          std::uint64_t max_bytes,
                                          bool (*is_noted)(std::string_view)) {
  const ObjectStore objects(repository);
  const std::vector<ObjectId> shallow = shallow_commits(repository);
  Listing listing;
  listing.diagnostics = range.diagnostics;
  bool reached_shallow = false;
  const std::vector<WalkedCommit> commits =
      walk_commits(objects, range.include, range.exclude, shallow, &reached_shallow,
                   listing.diagnostics);
  if (reached_shallow && range.diagnostics.empty()) {
    listing.diagnostics.push_back({Diagnostic::Level::error,
                                   "the clone is shallow and the range goes beyond its "
                                   "edge; bring the rest by: git "
                                   "fetch --unshallow",
                                   "", "", true});
  }
  listing.commit_count = commits.size();
  for (const WalkedCommit& commit : commits) {
    add_commit(objects, commit, filter, is_noted, listing);
  }
  return std::make_unique<GitSource>(repository, std::move(listing), max_bytes);
}

}  // namespace leaksieve
