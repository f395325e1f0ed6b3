#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "scanner/model/diagnostic.h"
#include "scanner/model/object_id.h"
#include "scanner/source/git.h"
#include "scanner/source/pack/forest.h"

namespace leaksieve {

/// The objects of a repository by number: those of its packs first (also the packs of
/// alternates), then those that were asked for and lie elsewhere, or nowhere. An object
/// that several packs hold has one number for each, of which find() gives the first.
///
/// Never changes but by add(); the const members may be used from several threads.
class ObjectTable {
 public:
  /// One pack. Its object n has the number first + n.
  struct Part {
    std::unique_ptr<Pack> pack;  // the forest borrows it
    DeltaForest forest;
    ObjectNumber first = 0;
  };

  /// Opens every pack, one without an index of its own by the multi-pack-index. One
  /// that is damaged is a warning: what can be read of it is, and what nobody can read
  /// is an error of the object.
  static ObjectTable open(const git::Repository& repository, Diagnostics& diagnostics);

  /// Without packs: everything is then read through libgit2.
  ObjectTable() = default;

  const std::deque<Part>& parts() const { return parts_; }

  /// Deltas against themselves, in one or more steps, and against those.
  const std::vector<ObjectId>& endless() const { return endless_; }

  /// The numbers below are those of objects in packs.
  ObjectNumber packed() const { return packed_; }
  /// One more than the largest number.
  ObjectNumber size() const {
    return packed_ + static_cast<ObjectNumber>(others_.size());
  }

  ObjectId id(ObjectNumber number) const;
  /// Of an object in a pack, of which it is linked to its bases; else nullopt.
  std::optional<ObjectType> type(ObjectNumber number) const;
  /// kNoObject if the object has no number.
  ObjectNumber find(const ObjectId& id) const;
  /// The number of the object, a new one if need be.
  ObjectNumber add(const ObjectId& id);

 private:
  const Part& part_of(ObjectNumber number) const;
  void open_folder(const std::string& folder, Diagnostics& diagnostics);

  std::deque<Part> parts_;
  ObjectNumber packed_ = 0;
  std::vector<ObjectId> endless_;
  std::vector<ObjectId> others_;
  std::unordered_map<ObjectId, ObjectNumber> other_numbers_;
};

}  // namespace leaksieve
