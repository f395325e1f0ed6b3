#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/bulk_memory.h"
#include "scanner/base/result.h"
#include "scanner/source/cached_tree.h"
#include "scanner/source/index_entry.h"

namespace leaksieve {

struct IndexParts;

/// What is staged: a git index, read whole. Versions 2, 3 and 4, split (`link`), sparse
/// (`sdir`) and with or without a checksum, which is not looked at. SHA-1 only.
///
/// Can be moved, not copied; entries and cached trees live as long as the object, and
/// moving it leaves them where they are.
/// Source: https://git-scm.com/docs/gitformat-index (git 2.39).
class IndexFile {
 public:
  /// Reads the index at `path`; an absent file is an empty index, as for git. The other
  /// half of a split index, `sharedindex.<hex>`, is looked for in `git_dir` (if given),
  /// then beside the file.
  ///
  /// The file is read, not mapped: a truncated mapping is SIGBUS, and at 100,000
  /// entries reading takes 2 ms. An Error says what is damaged, or which extension git
  /// would refuse to ignore (all but those whose name starts with a capital) is
  /// unknown.
  static Result<IndexFile> open(const std::string& path,
                                const std::string& git_dir = {});

  /// The same from memory. Borrows `bytes`, and `shared`: the bytes of the shared
  /// index, without which a split index is an Error.
  static Result<IndexFile> parse(std::string_view bytes, std::string_view shared = {});

  IndexFile() = default;
  IndexFile(IndexFile&&) noexcept = default;
  IndexFile& operator=(IndexFile&&) noexcept = default;

  /// Strictly ascending by path (as bytes), then stage: checked.
  std::span<const IndexEntry> entries() const { return entries_; }

  /// The root of the cached trees; nullptr if the index has none.
  const CachedTree* cached_tree() const {
    return trees_.empty() ? nullptr : trees_.data();
  }

  /// How many entries, from number `first` on, are those below `directory` (a path
  /// without its final '/'; empty: the root), if `tree` is valid and says so truly:
  /// then that many entries may be skipped in exchange for the tree. Else 0.
  std::size_t covered_by(const CachedTree& tree, std::size_t first,
                         std::string_view directory) const;

 private:
  explicit IndexFile(IndexParts&& parts);

  /// Memory that paths and names borrow from.
  std::vector<BulkBytes> storage_;
  IndexEntries entries_;
  std::vector<CachedTree> trees_;
};

}  // namespace leaksieve
