#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "scanner/model/object_id.h"

namespace leaksieve {

/// A directory of the index whose tree object git already knows. Borrows from the
/// IndexFile that holds it.
struct CachedTree {
  std::string_view name;  ///< one path component; empty for the root
  /// How many entries of the index lie below, at any depth; -1: the directory was
  /// changed since, and `id` means nothing (its children may still be valid).
  std::int64_t entry_count = -1;
  ObjectId id;
  std::span<const CachedTree> children;  ///< ordered by length of the name, then bytes

  bool is_valid() const { return entry_count >= 0; }

  /// The child of that name, or nullptr. Binary search.
  const CachedTree* child(std::string_view child_name) const;
};

/// Reads the data of a TREE extension: the root is the first element, the children of
/// each stand together. The names borrow from `data`. Nullopt if the data is damaged;
/// the extension is only a short cut, so git and we go on without it. Source:
/// https://git-scm.com/docs/gitformat-index, "Cache tree".
std::optional<std::vector<CachedTree>> parse_cached_trees(std::string_view data);

}  // namespace leaksieve
