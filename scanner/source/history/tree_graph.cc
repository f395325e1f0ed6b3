#include "scanner/source/history/tree_graph.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <optional>
#include <unordered_set>

#include "scanner/base/parallel.h"
#include "scanner/source/history/tree_differ.h"
#include "scanner/source/pack/forest_reader.h"

namespace leaksieve {
namespace {

TreeGraph::Kind kind_of(const TreeEntry& entry) {
  if (entry.is_tree()) return TreeGraph::Kind::tree;
  return entry.is_submodule() ? TreeGraph::Kind::submodule : TreeGraph::Kind::blob;
}

struct EntryHash {
  std::size_t operator()(const TreeGraph::Entry& entry) const {
    return entry.id_start ^ entry.name * 0x9e3779b97f4a7c15ULL;
  }
};

}  // namespace

// What one worker read of one run: numbers of its own for names and for ids that no
// pack holds.
struct TreeGraph::Shard {
  struct Tree {
    ObjectNumber number = 0;
    ObjectNumber base = kNoObject;
    std::size_t removed = 0;
    std::size_t added = 0;
  };
  std::vector<Tree> trees;
  std::vector<Entry> entries;  // a child >= packed is packed + position in `others`
  NameTable names;
  std::vector<ObjectId> others;

  void add(const ObjectTable& objects, ObjectNumber number, ObjectNumber base,
           const std::vector<TreeEntry>& added, const std::vector<TreeEntry>& removed) {
    for (const TreeEntry& entry : removed) entries.push_back(kept(entry));
    for (const TreeEntry& entry : added) {
      entries.push_back(kept(entry));
      if (entries.back().kind != Kind::submodule) {
        entries.back().child = child(objects, entry.id);
      }
    }
    trees.push_back({number, base, removed.size(), added.size()});
  }

 private:
  Entry kept(const TreeEntry& entry) {
    Entry kept;
    std::memcpy(&kept.id_start, entry.id.bytes.data(), sizeof kept.id_start);
    kept.name = names.add(entry.name);
    kept.kind = kind_of(entry);
    return kept;
  }

  ObjectNumber child(const ObjectTable& objects, const ObjectId& id) {
    Known& known = known_[std::hash<ObjectId>{}(id) % known_.size()];
    if (known.number != kNoObject && known.id == id) return known.number;
    ObjectNumber number = objects.find(id);
    if (number >= objects.packed()) {
      number = objects.packed() + static_cast<ObjectNumber>(others.size());
      others.push_back(id);
    }
    known = {id, number};
    return number;
  }

  // Versions of a folder lie beside each other and name the same objects: a search
  // among all objects costs more than to read the entry.
  struct Known {
    ObjectId id;
    ObjectNumber number = kNoObject;
  };
  static constexpr std::size_t kKnown = 1 << 14;
  std::vector<Known> known_ = std::vector<Known>(kKnown);
};

TreeGraph TreeGraph::read(ObjectTable& objects, unsigned workers,
                          std::uint64_t memory) {
  constexpr std::uint64_t kChunkBytes = std::uint64_t{64} << 20;
  TreeGraph graph;
  for (const ObjectTable::Part& part : objects.parts()) {
    const VisitPlan plan = part.forest.plan(ObjectType::tree, [&](ObjectNumber number) {
      return objects.find(part.pack->id(number)) == part.first + number;
    });
    const std::vector<VisitPlan::Chunk> chunks = plan.chunks(kChunkBytes);
    std::vector<Shard> shards(chunks.size());
    std::vector<std::optional<ForestReader>> readers(std::max(workers, 1U));
    parallel_for(
        chunks.size(), workers, 1,
        [&](unsigned worker, std::size_t begin, std::size_t end) {
          auto& reader = readers[worker];
          if (!reader) {
            reader.emplace(part.forest,
                           ForestReader::Limits{ObjectStore::kMaxStructureBytes,
                                                memory / std::max(workers, 1U)});
          }
          LeftOvers unread;  // not in the graph, so read through libgit2 when needed
          TreeDiffer differ;
          std::vector<TreeEntry> added;
          std::vector<TreeEntry> removed;
          for (std::size_t i = begin; i < end; ++i) {
            reader->visit(
                plan, chunks[i].begin, chunks[i].end,
                [&](const PackObject& tree) {
                  if (!differ.visit(tree, added, removed)) return;
                  const bool is_root = tree.base == kNoObject;
                  shards[i].add(
                      objects, part.first + tree.number,
                      is_root ? kNoObject : objects.find(part.pack->id(tree.base)),
                      added, removed);
                },
                unread);
          }
        });
    for (Shard& shard : shards) {
      graph.merge(objects, shard);
      shard = {};
    }
  }
  return graph;
}

void TreeGraph::merge(ObjectTable& objects, const Shard& shard) {
  std::vector<std::uint32_t> names(shard.names.size());
  for (std::uint32_t i = 0; i < names.size(); ++i)
    names[i] = names_.add(shard.names[i]);
  std::vector<ObjectNumber> others(shard.others.size());
  for (std::size_t i = 0; i < others.size(); ++i)
    others[i] = objects.add(shard.others[i]);

  std::size_t at = 0;
  for (const Shard::Tree& tree : shard.trees) {
    Node node;
    node.number = tree.number;
    node.base = tree.base == kNoObject ? kNoTree : find(tree.base);
    node.begin = entries_.size();
    node.middle = node.begin + tree.removed;
    node.end = node.middle + tree.added;
    for (const std::size_t end = at + tree.removed + tree.added; at < end; ++at) {
      Entry entry = shard.entries[at];
      entry.name = names[entry.name];
      if (entry.kind != Kind::submodule && entry.child >= objects.packed()) {
        entry.child = others[entry.child - objects.packed()];
      }
      entries_.push_back(entry);
    }
    // A base that is no tree of the graph (damaged, or another pack's copy was taken):
    // what the difference is to is not known.
    if (tree.base != kNoObject && node.base == kNoTree) {
      entries_.resize(node.begin);
      continue;
    }
    insert(node);
  }
}

void TreeGraph::insert(const Node& node) {
  if (by_number_.size() <= node.number) by_number_.resize(node.number + 1, kNoTree);
  by_number_[node.number] = size();
  nodes_.push_back(node);
}

bool TreeGraph::add(ObjectTable& objects, ObjectNumber number, std::string_view bytes) {
  const auto entries = parse_tree(bytes);
  if (!entries) return false;
  Shard shard;
  shard.add(objects, number, kNoObject, *entries, {});
  merge(objects, shard);
  return true;
}

void TreeGraph::entries_beyond(Tree tree, const std::function<bool(Tree)>& known,
                               std::vector<Entry>& out) const {
  std::unordered_set<Entry, EntryHash> gone;
  for (Tree at = tree;; at = base(at)) {
    for (const Entry& entry : added(at)) {
      if (gone.empty() || !gone.contains(entry)) out.push_back(entry);
    }
    if (base(at) == kNoTree || known(base(at))) return;
    gone.insert(removed(at).begin(), removed(at).end());
  }
}

std::optional<TreeGraph::Entry> TreeGraph::entry(Tree tree,
                                                 std::string_view name) const {
  const auto find = [&](std::span<const Entry> entries) {
    return std::find_if(entries.begin(), entries.end(),
                        [&](const Entry& entry) { return names_[entry.name] == name; });
  };
  for (; tree != kNoTree; tree = base(tree)) {
    const auto here = added(tree);
    if (const auto found = find(here); found != here.end()) return *found;
    const auto gone = removed(tree);
    if (find(gone) != gone.end()) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace leaksieve
