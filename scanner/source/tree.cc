#include "scanner/source/tree.h"

#include <cstring>

namespace leaksieve {

Result<std::vector<TreeEntry>> parse_tree(std::string_view bytes) {
  const Error damaged{"the object is not a valid tree"};
  std::vector<TreeEntry> entries;
  while (!bytes.empty()) {
    TreeEntry entry;
    std::size_t i = 0;
    for (; i < bytes.size() && bytes[i] >= '0' && bytes[i] <= '7' && i < 7; ++i) {
      entry.mode = entry.mode * 8 + static_cast<std::uint32_t>(bytes[i] - '0');
    }
    if (i == 0 || i >= bytes.size() || bytes[i] != ' ') return damaged;
    const std::size_t end = bytes.find('\0', i + 1);
    if (end == std::string_view::npos || bytes.size() - end <= entry.id.bytes.size()) {
      return damaged;
    }
    entry.name = bytes.substr(i + 1, end - i - 1);
    std::memcpy(entry.id.bytes.data(), bytes.data() + end + 1, entry.id.bytes.size());
    bytes.remove_prefix(end + 1 + entry.id.bytes.size());
    entries.push_back(entry);
  }
  return entries;
}

}  // namespace leaksieve
