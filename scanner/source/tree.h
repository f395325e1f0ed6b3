#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/model/object_id.h"

namespace leaksieve {

/// One entry of a tree. Borrows its name from the tree's bytes.
struct TreeEntry {
  std::string_view name;
  std::uint32_t mode = 0;  ///< as git writes it, octal 100644, 40000, 120000, 160000
  ObjectId id;

  bool is_tree() const { return (mode & 0170000) == 0040000; }
  bool is_submodule() const { return (mode & 0170000) == 0160000; }
  bool is_blob() const { return !is_tree() && !is_submodule(); }
};

/// The entries of a tree in git's order (names as bytes, a directory as if it ended in
/// '/'). Fails on bytes that are no tree. A name with '/' or one of "", ".", ".." is a
/// name all the same: it is never used to open a file.
/// Format: gitformat-pack(5) and `git cat-file tree`: mode SP name NUL 20 bytes.
Result<std::vector<TreeEntry>> parse_tree(std::string_view bytes);

/// Takes the first entry off `bytes`, which are not empty. Nullopt if they are no tree.
std::optional<TreeEntry> take_tree_entry(std::string_view& bytes);

}  // namespace leaksieve
