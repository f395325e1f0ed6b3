#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/base/bulk_memory.h"
#include "scanner/model/object_id.h"

namespace leaksieve {

/// One entry of a git index. Borrows its path from the IndexFile.
struct IndexEntry {
  /// Relative to the top of the worktree. A sparse directory's ends in '/'.
  std::string_view path;
  ObjectId id;
  /// As in a tree: 0100644, 0100755, 0120000 (link), 0160000 (submodule), or 0040000, a
  /// directory outside a sparse checkout that stands for the whole tree `id`.
  std::uint32_t mode = 0;
  std::uint8_t stage = 0;  ///< 0, or in a conflict 1 base, 2 ours, 3 theirs
  bool intent_to_add =
      false;  ///< `git add -N`: the content is not staged, `id` means nothing
  bool skip_worktree = false;  ///< not checked out (sparse checkout)
  bool assume_valid = false;   ///< `git update-index --assume-unchanged`

  bool is_sparse_directory() const { return mode == 0040000; }
  bool is_submodule() const { return (mode & 0170000) == 0160000; }
  bool is_symlink() const { return (mode & 0170000) == 0120000; }
};

using IndexEntries = std::vector<IndexEntry, BulkAllocator<IndexEntry>>;

}  // namespace leaksieve
