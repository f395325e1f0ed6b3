#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "scanner/base/bulk_memory.h"
#include "scanner/base/result.h"
#include "scanner/model/object_id.h"
#include "scanner/source/index_entry.h"

namespace leaksieve {

/// One index file taken apart, before a split index is put together. Borrows from the
/// bytes it was read from.
struct IndexParts {
  /// Those without a path come first (`unnamed` many, only in a split index); from
  /// there on strictly ascending by path, then stage.
  IndexEntries entries;
  std::size_t unnamed = 0;
  /// Where version 4, which stores only how paths differ, has them whole.
  std::vector<BulkBytes> paths;

  std::optional<std::string_view> cached_trees;  ///< data of the extension TREE
  std::optional<std::string_view> link;          ///< data of the extension link
  bool sparse = false;                           ///< there is an extension sdir
  ObjectId checksum;                             ///< as written: zero if it was skipped
};

/// Takes an index file apart. Every size, offset and count in it is checked against the
/// bytes that are there, but not the checksum. An Error says what is damaged.
/// Source: https://git-scm.com/docs/gitformat-index (git 2.39).
Result<IndexParts> parse_index(std::string_view bytes);

}  // namespace leaksieve
