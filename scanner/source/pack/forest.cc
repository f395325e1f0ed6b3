#include "scanner/source/pack/forest.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace leaksieve {
namespace {

// What kinds_ says of an object that is not linked.
constexpr std::uint8_t kUnknown = 255;
constexpr std::uint8_t kBaseMissing = 254;
constexpr std::uint8_t kDamaged = 253;

ObjectType type_of(EntryKind kind) {
  switch (kind) {
    case EntryKind::commit:
      return ObjectType::commit;
    case EntryKind::tree:
      return ObjectType::tree;
    case EntryKind::tag:
      return ObjectType::tag;
    default:
      return ObjectType::blob;
  }
}

/// Reads the beginnings of a pack's entries, in rising order, by the megabyte.
class EntryHeads {
 public:
  explicit EntryHeads(const PackFile& file)
      : file_(file), window_(std::make_unique<char[]>(kWindow)) {}

  /// `size` bytes at `offset`; empty if they cannot be read. Valid until the next call.
  std::string_view at(std::uint64_t offset, std::size_t size) {
    if (offset < begin_ || offset + size > begin_ + size_) {
      begin_ = offset;
      size_ = static_cast<std::size_t>(
          std::min<std::uint64_t>(kWindow, file_.size() - offset));
      if (!file_.read(begin_, window_.get(), size_)) {
        size_ = 0;
        return {};
      }
    }
    return {window_.get() + (offset - begin_), size};
  }

 private:
  static constexpr std::size_t kWindow = std::size_t{1} << 20;

  const PackFile& file_;
  std::unique_ptr<char[]> window_;
  std::uint64_t begin_ = 0;
  std::size_t size_ = 0;
};

}  // namespace

Diagnostic diagnostic_of(const LeftOver& object, const std::string& pack_path) {
  Diagnostic diagnostic;
  diagnostic.path = pack_path;
  diagnostic.object = object.id.hex();
  diagnostic.incomplete = true;
  switch (object.why) {
    case LeftOver::Why::base_missing:
      diagnostic.what = "the object is a delta and its base is not in the pack";
      break;
    case LeftOver::Why::cycle:
      diagnostic.what = "the object is a delta against itself";
      break;
    case LeftOver::Why::too_large:
      diagnostic.what =
          fmt::format("the object has {} bytes, more than the limit", object.size);
      break;
    case LeftOver::Why::base_unread:
      diagnostic.what = "the object is a delta and its base cannot be read";
      break;
    case LeftOver::Why::damaged:
      diagnostic.what = "the object is damaged";
      break;
  }
  return diagnostic;
}

DeltaForest DeltaForest::link(const Pack& pack, LeftOvers& left_over) {
  DeltaForest forest(pack);
  const std::size_t count = pack.size();
  forest.kinds_.assign(count, kUnknown);
  forest.header_sizes_.resize(count);
  forest.sizes_.resize(count);
  forest.bases_.assign(count, kNoObject);
  forest.first_children_.assign(count, kNoObject);
  forest.next_siblings_.assign(count, kNoObject);
  forest.read_headers();
  // From the back, so that each list of children rises.
  for (ObjectNumber number = pack.size(); number-- > 0;) {
    const ObjectNumber base = forest.bases_[number];
    if (base == kNoObject) continue;
    forest.next_siblings_[number] = forest.first_children_[base];
    forest.first_children_[base] = number;
  }
  forest.tell_types(left_over);
  return forest;
}

void DeltaForest::read_headers() {
  const PackIndex& index = pack_->index();
  EntryHeads heads(pack_->file());
  for (ObjectNumber number = 0; number < index.size(); ++number) {
    const std::uint64_t offset = index.offset(number);
    const std::size_t size = static_cast<std::size_t>(
        std::min<std::uint64_t>(kMaxEntryHeader, index.span(number)));
    const auto header = parse_entry_header(heads.at(offset, size), offset);
    if (!header) {
      kinds_[number] = kDamaged;
      continue;
    }
    header_sizes_[number] = header->header_size;
    sizes_[number] = header->size;
    if (!is_delta(header->kind)) {
      kinds_[number] = static_cast<std::uint8_t>(type_of(header->kind));
      continue;
    }
    const auto base = header->kind == EntryKind::offset_delta
                          ? index.find_offset(header->base_offset)
                          : index.find(header->base_id);
    if (base) {
      bases_[number] = *base;
    } else {
      // An offset names a place in this very pack: nothing else can have the base.
      kinds_[number] =
          header->kind == EntryKind::offset_delta ? kDamaged : kBaseMissing;
    }
  }
}

void DeltaForest::tell_types(LeftOvers& left_over) {
  // What hangs on a root is of its kind.
  std::vector<ObjectNumber> stack;
  for (ObjectNumber root = 0; root < pack_->size(); ++root) {
    const std::uint8_t kind = kinds_[root];
    if (bases_[root] != kNoObject) continue;
    stack.push_back(root);
    while (!stack.empty()) {
      const ObjectNumber number = stack.back();
      stack.pop_back();
      kinds_[number] = kind;
      for (ObjectNumber child = first_children_[number]; child != kNoObject;
           child = next_siblings_[child]) {
        stack.push_back(child);
      }
    }
  }
  for (ObjectNumber number = 0; number < pack_->size(); ++number) {
    if (is_linked(number)) continue;
    LeftOver object{pack_->id(number), number, LeftOver::Why::cycle, 0};
    if (kinds_[number] == kBaseMissing) {
      object.why = LeftOver::Why::base_missing;
    } else if (kinds_[number] == kDamaged) {
      object.why = bases_[number] == kNoObject ? LeftOver::Why::damaged
                                               : LeftOver::Why::base_unread;
    }
    left_over.push_back(object);
  }
}

VisitPlan DeltaForest::plan(ObjectType type,
                            const std::function<bool(ObjectNumber)>& wanted) const {
  // Bases before their deltas; read backwards, deltas before their bases.
  std::vector<ObjectNumber> order;
  std::vector<ObjectNumber> stack;
  const auto push_children = [&](ObjectNumber base) {
    for (ObjectNumber child = first_children_[base]; child != kNoObject;
         child = next_siblings_[child]) {
      stack.push_back(child);
    }
  };
  for (ObjectNumber root = 0; root < pack_->size(); ++root) {
    if (bases_[root] != kNoObject || kinds_[root] != static_cast<std::uint8_t>(type)) {
      continue;
    }
    stack.push_back(root);
    while (!stack.empty()) {
      order.push_back(stack.back());
      stack.pop_back();
      push_children(order.back());
    }
  }

  // How many objects have to be rebuilt from here on: 0 if nobody wants one of them.
  std::vector<std::uint32_t> weights(pack_->size());
  std::vector<bool> is_wanted(wanted ? pack_->size() : 0);
  std::size_t steps = 0;
  for (std::size_t i = order.size(); i-- > 0;) {
    const ObjectNumber number = order[i];
    const bool gives = !wanted || wanted(number);
    if (wanted) is_wanted[number] = gives;
    if (weights[number] == 0 && !gives) continue;
    ++weights[number];
    ++steps;
    if (bases_[number] != kNoObject) weights[bases_[number]] += weights[number];
  }

  VisitPlan plan;
  plan.steps.reserve(steps);
  std::vector<VisitPlan::Step> pending;
  const auto push = [&](ObjectNumber number, std::uint64_t base_size) {
    const std::uint64_t span = pack_->index().span(number);
    const std::uint64_t size =
        std::max(base_size, std::min(sizes_[number], span * kMaxExpansion));
    const std::uint64_t work =
        std::min<std::uint64_t>(size + span, std::numeric_limits<std::uint32_t>::max());
    pending.push_back({number, static_cast<std::uint32_t>(work),
                       !wanted || is_wanted[number], false,
                       bases_[number] == kNoObject});
  };
  for (const ObjectNumber root : order) {
    if (bases_[root] != kNoObject || weights[root] == 0) continue;
    push(root, 0);
    pending.back().last_child = true;
    while (!pending.empty()) {
      const VisitPlan::Step step = pending.back();
      pending.pop_back();
      plan.steps.push_back(step);
      const std::uint64_t size = step.work - pack_->index().span(step.number);
      const std::size_t bottom = pending.size();
      for (ObjectNumber child = first_children_[step.number]; child != kNoObject;
           child = next_siblings_[child]) {
        if (weights[child] > 0) push(child, size);
      }
      if (pending.size() == bottom) continue;
      // The heaviest to the bottom, so that it is the last; the others in pack order.
      const auto first = pending.begin() + static_cast<std::ptrdiff_t>(bottom);
      const auto heaviest =
          std::max_element(first, pending.end(),
                           [&](const VisitPlan::Step& a, const VisitPlan::Step& b) {
                             return weights[a.number] < weights[b.number];
                           });
      heaviest->last_child = true;
      std::rotate(first, heaviest, heaviest + 1);
      std::reverse(first + 1, pending.end());
    }
  }
  return plan;
}

std::vector<VisitPlan::Chunk> VisitPlan::chunks(std::uint64_t work) const {
  std::vector<Chunk> chunks;
  Chunk chunk;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if ((steps[i].is_root && chunk.work >= work) || chunk.work / 2 >= work) {
      if (chunk.end > chunk.begin) chunks.push_back(chunk);
      chunk = {i, i, 0};
    }
    chunk.end = i + 1;
    chunk.work += steps[i].work;
  }
  if (chunk.end > chunk.begin) chunks.push_back(chunk);
  return chunks;
}

}  // namespace leaksieve
