#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "scanner/base/file.h"
#include "scanner/base/result.h"
#include "scanner/model/object_id.h"

namespace leaksieve {

/// An object of one pack, counted from 0 in the order in which the pack stores them.
using ObjectNumber = std::uint32_t;

/// The index of a pack: which objects it holds, and where. Never changes once made; may
/// be used from several threads. About 20 bytes an object and the file itself.
///
/// Source: https://git-scm.com/docs/pack-format, "Version 2 pack-*.idx files".
class PackIndex {
 public:
  /// `pack_size` is the size of the pack in bytes. The index is refused as a whole if a
  /// size, count or offset in it cannot be true: the ids are sorted and the fanout
  /// agrees with them, every offset lies between the pack's header and its checksum,
  /// and no two objects lie at the same. An Error has no path.
  static Result<PackIndex> parse(FileBytes file, std::uint64_t pack_size);

  /// How many objects there are; their numbers are the ones below.
  ObjectNumber size() const { return static_cast<ObjectNumber>(offsets_.size() - 1); }

  ObjectId id(ObjectNumber number) const;

  /// Where the entry of an object begins, in bytes from the start of the pack. Rises
  /// with the number.
  std::uint64_t offset(ObjectNumber number) const { return offsets_[number]; }

  /// How many bytes the entry may have, header included: up to the next one, or to the
  /// pack's checksum.
  std::uint64_t span(ObjectNumber number) const {
    return offsets_[number + 1] - offsets_[number];
  }

  /// Of two objects with one id (git allows them) it is either.
  std::optional<ObjectNumber> find(const ObjectId& id) const;

  std::optional<ObjectNumber> find_offset(std::uint64_t offset) const;

  /// The checksum with which the pack must end.
  ObjectId pack_checksum() const;

 private:
  PackIndex() = default;

  const char* id_bytes(std::uint32_t position) const;
  void divide();

  FileBytes file_;
  std::vector<std::uint64_t> offsets_;    ///< by number; then where the objects end
  std::vector<std::uint32_t> positions_;  ///< number -> position among the sorted ids
  std::vector<ObjectNumber> numbers_;     ///< the other way
  /// The first object whose offset is in a block of 1 << block_shift_ bytes, or behind.
  std::vector<ObjectNumber> blocks_;
  int block_shift_ = 0;
};

}  // namespace leaksieve
