// A tree object of any bytes: both readers of trees, and the graph of trees, say the
// same.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/source/history/tree_graph.h"
#include "scanner/source/tree.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leaksieve;
  // A copy of its own, so that a byte too far is seen.
  const std::vector<char> copy(data, data + size);
  const std::string_view bytes(copy.data(), copy.size());
  const auto entries = parse_tree(bytes);

  std::size_t taken = 0;
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const auto entry = take_tree_entry(rest);
    if (!entry) break;
    if (entry->name.find('\0') != std::string_view::npos) std::abort();
    ++taken;
  }
  if (entries.has_value() != rest.empty()) std::abort();
  if (entries && entries->size() != taken) std::abort();

  ObjectTable objects;
  ObjectId id;
  id.bytes.fill(0xee);
  const ObjectNumber number = objects.add(id);
  TreeGraph graph;
  if (graph.add(objects, number, bytes) != entries.has_value()) std::abort();
  const TreeGraph::Tree tree = graph.find(number);
  if ((tree != TreeGraph::kNoTree) != entries.has_value()) std::abort();
  if (!entries) return 0;
  for (const TreeEntry& entry : *entries) {
    if (!graph.entry(tree, entry.name)) std::abort();
  }
  for (const TreeGraph::Entry& entry : graph.added(tree)) {
    if (entry.name >= graph.names().size()) std::abort();
    if (entry.child >= objects.size() && entry.kind != TreeGraph::Kind::submodule) {
      std::abort();
    }
  }
  return 0;
}
