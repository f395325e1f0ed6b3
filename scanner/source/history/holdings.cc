#include "scanner/source/history/holdings.h"

#include <algorithm>

namespace leaksieve {
namespace {

bool by_name(const TreeGraph::Entry& a, const TreeGraph::Entry& b) {
  return a.name != b.name ? a.name < b.name : a.child < b.child;
}

}  // namespace

Holdings::Holdings(const TreeGraph& trees, const std::vector<ObjectNumber>& wanted)
    : trees_(trees), list_of_(trees.size()) {
  if (wanted.empty()) return;
  ObjectNumber largest = *std::max_element(wanted.begin(), wanted.end());
  for (TreeGraph::Tree tree = 0; tree < trees.size(); ++tree) {
    largest = std::max(largest, trees.number(tree));
  }
  std::vector<bool> is_wanted(std::size_t{largest} + 1);
  for (const ObjectNumber number : wanted) is_wanted[number] = true;
  // Each round goes up by one folder: the trees that it finds are wanted in the next.
  for (std::vector<ObjectNumber> found{wanted}; !found.empty();) {
    found.clear();
    spread(is_wanted, found);
    for (const ObjectNumber number : found) is_wanted[number] = true;
  }
}

void Holdings::spread(std::vector<bool>& wanted, std::vector<ObjectNumber>& found) {
  const auto is_wanted = [&](const TreeGraph::Entry& entry) {
    return entry.kind != TreeGraph::Kind::submodule && entry.child < wanted.size() &&
           wanted[entry.child];
  };
  std::vector<Entries> lists{1};
  std::vector<std::uint32_t> list_of(trees_.size());
  for (TreeGraph::Tree tree = 0; tree < trees_.size(); ++tree) {
    const TreeGraph::Tree base = trees_.base(tree);
    const std::uint32_t inherited = base == TreeGraph::kNoTree ? 0 : list_of[base];
    const auto added = trees_.added(tree);
    const auto removed = trees_.removed(tree);
    const Entries& old = lists[inherited];
    const bool loses =
        !old.empty() && std::any_of(removed.begin(), removed.end(), [&](const auto& e) {
          return std::find(old.begin(), old.end(), e) != old.end();
        });
    const bool gains = std::any_of(added.begin(), added.end(), is_wanted);
    list_of[tree] = inherited;
    if (loses || gains) {
      Entries list;
      for (const TreeGraph::Entry& entry : old) {
        if (std::find(removed.begin(), removed.end(), entry) == removed.end()) {
          list.push_back(entry);
        }
      }
      std::copy_if(added.begin(), added.end(), std::back_inserter(list), is_wanted);
      std::sort(list.begin(), list.end(), by_name);
      list_of[tree] = 0;
      if (!list.empty()) {
        list_of[tree] = static_cast<std::uint32_t>(lists.size());
        lists.push_back(std::move(list));
      }
    }
    if (list_of[tree] != 0 && !wanted[trees_.number(tree)]) {
      found.push_back(trees_.number(tree));
    }
  }
  lists_ = std::move(lists);
  list_of_ = std::move(list_of);
}

}  // namespace leaksieve
