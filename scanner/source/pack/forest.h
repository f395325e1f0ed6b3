#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/model/diagnostic.h"
#include "scanner/model/object_id.h"
#include "scanner/source/objects.h"
#include "scanner/source/pack/pack.h"

namespace leaksieve {

inline constexpr ObjectNumber kNoObject = std::numeric_limits<ObjectNumber>::max();

/// Deflate makes at most 258 bytes of two bits, so no more than this of a byte.
inline constexpr std::uint64_t kMaxExpansion = 1032;

/// An object of a pack that the forest does not give: to be read through libgit2, which
/// looks for a base in other packs, and says what is wrong if something is.
struct LeftOver {
  enum class Why {
    base_missing,  ///< the base, or a base of it, is not in this pack
    cycle,         ///< a delta against itself, in one or more steps
    too_large,     ///< has `size` bytes, more than the limit
    base_unread,   ///< the object it is a delta against could not be rebuilt
    damaged,
  };
  ObjectId id;
  ObjectNumber number = 0;
  Why why = Why::damaged;
  std::uint64_t size = 0;  ///< of one that is too large: bytes, expanded
};
using LeftOvers = std::vector<LeftOver>;

/// What to tell the user about it, if it cannot be read in another way either.
Diagnostic diagnostic_of(const LeftOver& object, const std::string& pack_path);

/// In which order to visit the objects of one type: every base before its deltas, and
/// the deltas of one base together (depth first). May be cut anywhere: whoever starts
/// in the middle of a tree rebuilds the bases that are needed for it.
struct VisitPlan {
  struct Step {
    ObjectNumber number = 0;
    /// About how many bytes have to be handled for it, at most 2^32 - 1: the object
    /// (estimated from its tree's root, unless it is one) and its entry.
    std::uint32_t work = 0;
    /// Given to the callback; what nobody wants is there for its descendants.
    bool wanted = true;
    /// No later step is a delta against the same base. The last of several is the one
    /// with most descendants: then few bases have to be kept.
    bool last_child = true;
    bool is_root = false;
  };
  std::vector<Step> steps;

  /// A run of steps, [begin, end).
  struct Chunk {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint64_t work = 0;
  };
  /// Runs that cover all steps, in order. Each ends with the first tree that brings its
  /// work to `work`, or, if that would be more than twice as much, inside of a tree.
  std::vector<Chunk> chunks(std::uint64_t work) const;
};

/// Which object of a pack is a delta against which. Never changes once made; may be
/// used from several threads. Borrows the pack, which must outlive it. 23 bytes an
/// object.
class DeltaForest {
 public:
  /// Reads the header of every entry. Objects whose type cannot be told (their header
  /// is damaged, the base is not in this pack, a cycle) are appended to `left_over`:
  /// they are part of no plan.
  static DeltaForest link(const Pack& pack, LeftOvers& left_over);

  /// All objects of `type` for which `wanted` is true (nullptr: all), and the bases
  /// which they need. What is not needed is not read.
  VisitPlan plan(ObjectType type,
                 const std::function<bool(ObjectNumber)>& wanted = nullptr) const;

  const Pack& pack() const { return *pack_; }
  /// Whether the object belongs to a tree, and so its type is known.
  bool is_linked(ObjectNumber number) const { return kinds_[number] <= kLastKind; }
  /// Only of an object that is linked.
  ObjectType type(ObjectNumber number) const {
    return static_cast<ObjectType>(kinds_[number]);
  }
  /// What the object is a delta against; kNoObject for a root.
  ObjectNumber base(ObjectNumber number) const { return bases_[number]; }
  /// Of the compressed part of the entry (an object, or a delta), expanded, as claimed.
  std::uint64_t entry_size(ObjectNumber number) const { return sizes_[number]; }
  std::uint8_t header_size(ObjectNumber number) const { return header_sizes_[number]; }

 private:
  explicit DeltaForest(const Pack& pack) : pack_(&pack) {}

  static constexpr std::uint8_t kLastKind = static_cast<std::uint8_t>(ObjectType::tag);

  void read_headers();
  void tell_types(LeftOvers& left_over);

  const Pack* pack_;
  std::vector<std::uint8_t> kinds_;  ///< an ObjectType, or larger: not linked
  std::vector<std::uint8_t> header_sizes_;
  std::vector<std::uint64_t> sizes_;
  std::vector<ObjectNumber> bases_;
  std::vector<ObjectNumber> first_children_;
  std::vector<ObjectNumber> next_siblings_;
};

}  // namespace leaksieve
