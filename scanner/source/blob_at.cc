#include "scanner/source/blob_at.h"

#include <algorithm>

#include "scanner/source/commit.h"
#include "scanner/source/tree.h"

namespace leaksieve {

Result<std::optional<std::string>> blob_at(const ObjectStore& objects,
                                           const ObjectId& commit,
                                           std::string_view path,
                                           std::uint64_t max_bytes) {
  using Found = std::optional<std::string>;
  constexpr std::uint32_t kTypeBits = 0170000;
  constexpr std::uint32_t kRegular = 0100000;
  SCANNER_TRY(const Object header, objects.read_structure(commit, ObjectType::commit));
  SCANNER_TRY(const CommitHeader parsed, parse_commit(header.bytes()));
  ObjectId tree = parsed.tree;
  while (true) {
    const std::string_view name = path.substr(0, path.find('/'));
    const bool last = name.size() == path.size();
    path.remove_prefix(std::min(name.size() + 1, path.size()));
    SCANNER_TRY(const Object object, objects.read_structure(tree, ObjectType::tree));
    SCANNER_TRY(const std::vector<TreeEntry> entries, parse_tree(object.bytes()));
    const auto entry = std::find_if(entries.begin(), entries.end(),
                                    [&](const TreeEntry& e) { return e.name == name; });
    if (entry == entries.end()) return Found();
    if (!last) {
      if (!entry->is_tree()) return Found();
      tree = entry->id;
      continue;
    }
    if ((entry->mode & kTypeBits) != kRegular) return Found();
    SCANNER_TRY(const Object blob,
                objects.read(entry->id, ObjectType::blob, max_bytes));
    return Found(std::string(blob.bytes()));
  }
}

}  // namespace leaksieve
