#include "scanner/source/tree.h"

#include <cstring>

namespace leaksieve {

std::optional<TreeEntry> take_tree_entry(std::string_view& bytes) {
  TreeEntry entry;
  std::size_t i = 0;
  for (; i < bytes.size() && bytes[i] >= '0' && bytes[i] <= '7' && i < 7; ++i) {
    entry.mode = entry.mode * 8 + static_cast<std::uint32_t>(bytes[i] - '0');
  }
  if (i == 0 || i >= bytes.size() || bytes[i] != ' ') return std::nullopt;
  const std::size_t end = bytes.find('\0', i + 1);
  if (end == std::string_view::npos || bytes.size() - end <= entry.id.bytes.size()) {
    return std::nullopt;
  }
  entry.name = bytes.substr(i + 1, end - i - 1);
  std::memcpy(entry.id.bytes.data(), bytes.data() + end + 1, entry.id.bytes.size());
  bytes.remove_prefix(end + 1 + entry.id.bytes.size());
  return entry;
}

Result<std::vector<TreeEntry>> parse_tree(std::string_view bytes) {
  std::vector<TreeEntry> entries;
  while (!bytes.empty()) {
    const auto entry = take_tree_entry(bytes);
    if (!entry) return Error{"the object is not a valid tree"};
    entries.push_back(*entry);
  }
  return entries;
}

}  // namespace leaksieve
