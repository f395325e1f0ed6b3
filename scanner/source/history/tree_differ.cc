#include "scanner/source/history/tree_differ.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "scanner/source/pack/delta.h"

namespace leaksieve {
namespace {

// Trees on the path whose starts are kept; of those before them they are found again.
constexpr std::size_t kDeepest = 256;

// The entry at `at`, which moves behind it.
std::optional<TreeEntry> entry_at(std::string_view bytes, std::uint64_t& at) {
  std::string_view rest = bytes.substr(at);
  const auto entry = take_tree_entry(rest);
  at = bytes.size() - rest.size();
  return entry;
}

}  // namespace

bool TreeDiffer::visit(const PackObject& tree, std::vector<TreeEntry>& added,
                       std::vector<TreeEntry>& removed) {
  added.clear();
  removed.clear();
  if (tree.bytes.size() > std::numeric_limits<std::uint32_t>::max()) return false;
  while (!path_.empty() && path_.back().number != tree.base) path_.pop_back();
  if (tree.base != kNoObject && path_.empty()) {
    // The visit began in the middle of a tree of deltas.
    path_.push_back({tree.base, {}});
  }
  Node node{tree.number, {}};
  kept_.clear();
  static const Starts kNone{0};
  if (tree.base != kNoObject && path_.back().starts.empty()) {
    Starts& starts = path_.back().starts;
    starts.push_back(0);
    for (std::uint64_t at = 0; at < tree.base_bytes.size();) {
      if (!entry_at(tree.base_bytes, at)) return false;
      starts.push_back(static_cast<std::uint32_t>(at));
    }
  }
  const Starts& base = tree.base == kNoObject ? kNone : path_.back().starts;
  if (!compare(tree, base, node.starts, added)) return false;
  std::size_t next = 0;
  const auto remove_to = [&](std::size_t end) {
    for (; next < end; ++next) {
      std::uint64_t at = base[next];
      removed.push_back(*entry_at(tree.base_bytes, at));
    }
  };
  for (const Run& run : kept_) {
    remove_to(run.begin);
    next = run.end;
  }
  remove_to(base.size() - 1);
  if (path_.size() >= kDeepest) path_[path_.size() - kDeepest].starts = {};
  path_.push_back(std::move(node));
  return true;
}

bool TreeDiffer::compare(const PackObject& tree, const Starts& base, Starts& starts,
                         std::vector<TreeEntry>& added) {
  starts.reserve(base.size() + 4);
  starts.push_back(0);
  std::string_view delta = tree.delta;
  std::uint64_t step_begin = 0;  // of the step in the tree
  while (!delta.empty()) {
    const auto step = take_step(delta);
    if (!step) return false;
    const std::uint64_t step_end = step_begin + step->size;
    while (starts.back() < step_end) {
      if (step->is_copy && starts.back() >= step_begin) {
        const std::uint64_t begin =
            step->base_begin + (std::uint64_t{starts.back()} - step_begin);
        if (copy(begin, step->base_begin + step->size, base, starts)) continue;
      }
      std::uint64_t at = starts.back();
      const auto entry = entry_at(tree.bytes, at);
      if (!entry) return false;
      added.push_back(*entry);
      starts.push_back(static_cast<std::uint32_t>(at));
    }
    step_begin = step_end;
  }
  for (std::uint64_t at = starts.back(); at < tree.bytes.size();) {
    const auto entry = entry_at(tree.bytes, at);
    if (!entry) return false;
    added.push_back(*entry);
    starts.push_back(static_cast<std::uint32_t>(at));
  }
  return true;
}

// Takes over the entries of the base that begin at `base_begin` and end by `base_end`.
// False if none begins there, or if they were taken over before: a tree may have twice
// what its base has once.
bool TreeDiffer::copy(std::uint64_t base_begin, std::uint64_t base_end,
                      const Starts& base, Starts& starts) {
  const auto first = std::lower_bound(base.begin(), base.end(), base_begin);
  if (first == base.end() || *first != base_begin) return false;
  const auto last = std::upper_bound(first, base.end(), base_end) - 1;
  if (last <= first) return false;
  const Run run{static_cast<std::size_t>(first - base.begin()),
                static_cast<std::size_t>(last - base.begin())};
  const auto after = std::find_if(kept_.begin(), kept_.end(), [&](const Run& other) {
    return other.begin >= run.begin;
  });
  if (after != kept_.end() && after->begin < run.end) return false;
  if (after != kept_.begin() && (after - 1)->end > run.begin) return false;
  kept_.insert(after, run);
  const std::uint32_t here = starts.back();
  for (auto start = first + 1; start <= last; ++start) {
    starts.push_back(here + static_cast<std::uint32_t>(*start - base_begin));
  }
  return true;
}

}  // namespace leaksieve
