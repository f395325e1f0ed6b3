#include "scanner/source/history/reachable.h"

#include <algorithm>
#include <utility>

namespace leaksieve {

Reachable::Reachable(const ObjectStore& store, ObjectTable& objects,
                     CommitGraph& commits, TreeGraph& trees,
                     const std::vector<ObjectId>& shallow, NamesMatter names_matter)
    : store_(store),
      objects_(objects),
      commits_(commits),
      trees_(trees),
      shallow_(shallow.begin(), shallow.end()),
      names_matter_(std::move(names_matter)) {}

bool Reachable::mark(ObjectNumber number, Mark as, Where where, Place place) {
  if (marks_.size() <= number) {
    const std::size_t size = std::max<std::size_t>(objects_.size(), number + 1);
    marks_.resize(size);
    places_.resize(size);
    commit_of_root_.resize(size, CommitGraph::kNoCommit);
  }
  std::uint8_t& marks = marks_[number];
  if ((marks & as) != 0) return false;
  // The place of the first time only, so that a place is always inside of one that was
  // reached before: following them ends.
  if ((marks & ~kWhere) == 0) {
    marks = static_cast<std::uint8_t>(where);
    places_[number] = place;
  }
  marks = static_cast<std::uint8_t>(marks | as);
  return true;
}

void Reachable::add_commit(const ObjectId& tip, Where where) {
  std::vector<ObjectNumber> stack{objects_.add(tip)};
  while (!stack.empty()) {
    const ObjectNumber number = stack.back();
    stack.pop_back();
    if (!mark(number, kCommit, where, {})) continue;
    const CommitGraph::Commit commit = load_commit(number);
    if (commit == CommitGraph::kNoCommit) continue;
    reached_commits_.push_back(commit);
    const ObjectNumber root = commits_.tree(commit);
    if (mark(root, kTree, where, {})) {
      commit_of_root_[root] = commit;
      walk_trees(root, where);
    }
    if (!shallow_.empty() && shallow_.contains(objects_.id(number))) {
      reached_shallow_ = true;
      continue;
    }
    const auto parents = commits_.parents(commit);
    stack.insert(stack.end(), parents.rbegin(), parents.rend());
  }
}

void Reachable::add_tree(const ObjectId& tree, Where where) {
  const ObjectNumber number = objects_.add(tree);
  if (mark(number, kTree, where, {})) walk_trees(number, where);
}

void Reachable::add_blob(const ObjectId& blob, Where where) {
  const ObjectNumber number = objects_.add(blob);
  if (mark(number, kBlob, where, {})) blobs_.push_back(number);
}

void Reachable::walk_trees(ObjectNumber root, Where where) {
  pending_.push_back(root);
  std::vector<TreeGraph::Entry> entries;
  while (!pending_.empty()) {
    const ObjectNumber number = pending_.back();
    pending_.pop_back();
    const TreeGraph::Tree tree = load_tree(number);
    if (tree == TreeGraph::kNoTree) continue;
    // What the tree has in common with one that was walked leads to nothing new.
    entries.clear();
    trees_.entries_beyond(
        tree, [&](TreeGraph::Tree base) { return has(trees_.number(base), kTree); },
        entries);
    for (const TreeGraph::Entry& entry : entries) enter(tree, entry, where);
  }
}

void Reachable::enter(TreeGraph::Tree tree, const TreeGraph::Entry& entry,
                      Where where) {
  switch (entry.kind) {
    case TreeGraph::Kind::submodule:
      submodules_.insert(path({tree, entry}));
      break;
    case TreeGraph::Kind::tree:
      if (mark(entry.child, kTree, where, {tree, entry.name}))
        pending_.push_back(entry.child);
      break;
    case TreeGraph::Kind::blob:
      if (mark(entry.child, kBlob, where, {tree, entry.name}))
        blobs_.push_back(entry.child);
      if (matters(entry.name)) named_.push_back({tree, entry});
      break;
  }
}

bool Reachable::matters(std::uint32_t name) {
  if (!names_matter_) return false;
  if (name_matters_.size() <= name) name_matters_.resize(trees_.names().size());
  if (name_matters_[name] == 0) {
    name_matters_[name] = names_matter_(trees_.names()[name]) ? 2 : 1;
  }
  return name_matters_[name] == 2;
}

bool Reachable::has_name_that_matters(ObjectNumber number) const {
  const Place& place = places_[number];
  return place.parent != TreeGraph::kNoTree && place.name < name_matters_.size() &&
         name_matters_[place.name] == 2;
}

CommitGraph::Commit Reachable::load_commit(ObjectNumber number) {
  const CommitGraph::Commit known = commits_.find(number);
  if (known != CommitGraph::kNoCommit) return known;
  const auto object = store_.read_structure(objects_.id(number), ObjectType::commit);
  if (!object) {
    broken("cannot read a commit: " + object.error().message, number);
  } else if (!commits_.add(objects_, number, object->bytes())) {
    broken("cannot read a commit: the object is not a valid commit", number);
  }
  return commits_.find(number);
}

TreeGraph::Tree Reachable::load_tree(ObjectNumber number) {
  const TreeGraph::Tree known = trees_.find(number);
  if (known != TreeGraph::kNoTree) return known;
  const auto object = store_.read_structure(objects_.id(number), ObjectType::tree);
  if (!object) {
    broken("cannot read a tree: " + object.error().message, number);
  } else if (!trees_.add(objects_, number, object->bytes())) {
    broken("the object is not a valid tree", number);
  }
  return trees_.find(number);
}

std::string Reachable::path(const Named& named) const {
  std::string path = this->path(trees_.number(named.tree));
  if (!path.empty()) path += '/';
  return path += trees_.names()[named.entry.name];
}

std::string Reachable::path(ObjectNumber number) const {
  std::vector<std::string_view> parts;
  std::size_t size = 0;
  for (Place at = places_[number]; at.parent != TreeGraph::kNoTree;
       at = places_[trees_.number(at.parent)]) {
    parts.push_back(trees_.names()[at.name]);
    size += parts.back().size() + 1;
  }
  std::string path;
  path.reserve(size);
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    if (!path.empty()) path += '/';
    path += *part;
  }
  return path;
}

CommitGraph::Commit Reachable::commit(ObjectNumber number) const {
  while (places_[number].parent != TreeGraph::kNoTree) {
    number = trees_.number(places_[number].parent);
  }
  return commit_of_root_[number];
}

void Reachable::broken(std::string what, ObjectNumber number) {
  diagnostics_.push_back(
      {Diagnostic::Level::error, std::move(what), "", objects_.id(number).hex(), true});
}

}  // namespace leaksieve
