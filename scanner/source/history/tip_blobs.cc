#include "scanner/source/history/tip_blobs.h"

namespace leaksieve {

std::vector<bool> tip_blobs(const History& history) {
  const TreeGraph& trees = history.trees;
  std::vector<bool> blobs(history.objects.size());
  std::vector<bool> seen(trees.size());
  std::vector<TreeGraph::Tree> stack;
  const auto push = [&](ObjectNumber number) {
    const TreeGraph::Tree tree = trees.find(number);
    if (tree == TreeGraph::kNoTree || seen[tree]) return;
    seen[tree] = true;
    stack.push_back(tree);
  };
  const auto push_tip = [&](const ObjectId& id) {
    const auto commit = history.commits.find(history.objects.find(id));
    if (commit != CommitGraph::kNoCommit) push(history.commits.tree(commit));
  };
  push_tip(history.head);
  for (const git::Ref& ref : history.refs) push_tip(ref.target);
  std::vector<TreeGraph::Entry> entries;
  while (!stack.empty()) {
    const TreeGraph::Tree tree = stack.back();
    stack.pop_back();
    entries.clear();
    trees.entries_beyond(
        tree, [&](TreeGraph::Tree base) { return seen[base]; }, entries);
    for (const TreeGraph::Entry& entry : entries) {
      if (entry.kind == TreeGraph::Kind::tree) push(entry.child);
      if (entry.kind == TreeGraph::Kind::blob) blobs[entry.child] = true;
    }
  }
  return blobs;
}

}  // namespace leaksieve
