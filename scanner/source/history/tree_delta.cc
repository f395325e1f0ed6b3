#include "scanner/source/history/tree_delta.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace leaksieve {
namespace {

constexpr std::size_t kIdBytes = sizeof(ObjectId::bytes);

// How many bytes `a` and `b` have in common at the start.
std::size_t shared(std::string_view a, std::string_view b) {
  const std::size_t size = std::min(a.size(), b.size());
  std::size_t i = 0;
  while (i + 8 <= size) {
    std::uint64_t x = 0;
    std::uint64_t y = 0;
    std::memcpy(&x, a.data() + i, 8);
    std::memcpy(&y, b.data() + i, 8);
    if (x != y) break;
    i += 8;
  }
  while (i < size && a[i] == b[i]) ++i;
  return i;
}

// The size of the longest run of whole entries at the start of `bytes` that ends at or
// before `limit`.
std::size_t whole_entries(std::string_view bytes, std::size_t limit) {
  std::size_t end = 0;
  for (;;) {
    const void* nul = std::memchr(bytes.data() + end, '\0', limit - end);
    if (nul == nullptr) return end;
    const std::size_t next =
        static_cast<std::size_t>(static_cast<const char*>(nul) - bytes.data()) + 1 +
        kIdBytes;
    if (next > limit) return end;
    end = next;
  }
}

// Names as git sorts them: a directory as if it ended in '/'.
int compare(const TreeEntry& a, const TreeEntry& b) {
  const std::size_t size = std::min(a.name.size(), b.name.size());
  if (const int order = std::memcmp(a.name.data(), b.name.data(), size); order != 0) {
    return order;
  }
  const auto next = [&](const TreeEntry& entry) -> int {
    if (entry.name.size() > size) return static_cast<unsigned char>(entry.name[size]);
    return entry.is_tree() ? '/' : 0;
  };
  return next(a) - next(b);
}

}  // namespace

bool tree_delta(std::string_view tree, std::string_view base,
                const std::function<void(const TreeEntry&)>& added,
                const std::function<void(const TreeEntry&)>& removed) {
  while (!tree.empty() && !base.empty()) {
    const std::size_t same = whole_entries(tree, shared(tree, base));
    tree.remove_prefix(same);
    base.remove_prefix(same);
    if (tree.empty() || base.empty()) break;
    std::string_view after_tree = tree;
    std::string_view after_base = base;
    const auto ours = take_tree_entry(after_tree);
    const auto theirs = take_tree_entry(after_base);
    if (!ours || !theirs) return false;
    const int order = compare(*ours, *theirs);
    if (order >= 0) {
      removed(*theirs);
      base = after_base;
    }
    if (order <= 0) {
      added(*ours);
      tree = after_tree;
    }
  }
  while (!base.empty()) {
    const auto entry = take_tree_entry(base);
    if (!entry) return false;
    removed(*entry);
  }
  while (!tree.empty()) {
    const auto entry = take_tree_entry(tree);
    if (!entry) return false;
    added(*entry);
  }
  return true;
}

}  // namespace leaksieve
