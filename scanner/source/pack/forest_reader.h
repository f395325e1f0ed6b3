#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include "scanner/model/object_id.h"
#include "scanner/source/objects.h"
#include "scanner/source/pack/forest.h"

namespace leaksieve {

/// An object as the forest gives it. Everything is borrowed until the callback returns.
struct PackObject {
  ObjectNumber number = 0;
  ObjectId id;
  ObjectType type = ObjectType::blob;
  std::string_view bytes;

  /// What it is a delta against (of the same type); kNoObject for a root, whose two
  /// other fields are empty.
  ObjectNumber base = kNoObject;
  std::string_view base_bytes;
  /// The instructions that made `bytes` from `base_bytes`: see take_step(). All of them
  /// have been checked.
  std::string_view delta;
};

/// Rebuilds the objects of a plan: the state of one worker, for any number of runs. Not
/// for two threads at once. Borrows the forest.
class ForestReader {
 public:
  struct Limits {
    /// An object that is larger, expanded, is left over, as are the deltas against it.
    std::uint64_t max_bytes = std::uint64_t{256} << 20;
    /// Bytes of memory for what is rebuilt. Bases that do not fit are dropped and
    /// rebuilt when they are needed again. Is exceeded only where it cannot hold one
    /// object, its base and its delta.
    std::uint64_t memory = std::uint64_t{1} << 30;
  };

  explicit ForestReader(const DeltaForest& forest, Limits limits);
  ForestReader(ForestReader&&) noexcept;
  ForestReader& operator=(ForestReader&&) noexcept;
  ~ForestReader();

  using Callback = std::function<void(const PackObject&)>;

  /// Calls `callback` for every wanted object of the steps [begin, end), in their
  /// order; what cannot be rebuilt is appended to `left_over` instead. Every wanted
  /// object of them is in exactly one of the two. What the callback throws flies
  /// through.
  void visit(const VisitPlan& plan, std::size_t begin, std::size_t end,
             const Callback& callback, LeftOvers& left_over);

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace leaksieve
