// The index reader on any bytes: two bytes for the length of a shared index, it, the
// index.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "scanner/source/index_file.h"

using leaksieve::CachedTree;
using leaksieve::IndexFile;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view input(reinterpret_cast<const char*>(data + 2), size - 2);
  const std::string_view shared = input.substr(0, data[0] * 256U + data[1]);
  const auto index = IndexFile::parse(input.substr(shared.size()), shared);
  if (!index) return 0;
  const auto entries = index->entries();
  std::vector<const CachedTree*> open;
  if (index->cached_tree() != nullptr) open.push_back(index->cached_tree());
  for (std::size_t i = 1; i < entries.size(); ++i) {
    if (entries[i].path < entries[i - 1].path) std::abort();
  }
  while (!open.empty()) {
    const CachedTree* const tree = open.back();
    open.pop_back();
    if (index->covered_by(*tree, 0, tree->name) > entries.size()) std::abort();
    for (const CachedTree& child : tree->children) {
      if (tree->child(child.name) != &child) std::abort();
      open.push_back(&child);
    }
  }
  return 0;
}
