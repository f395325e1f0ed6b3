#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/base/file.h"
#include "scanner/model/object_id.h"

namespace leaksieve {

/// That an object lies in a pack, bytes from its start. A claim of some file.
struct PackIndexEntry {
  ObjectId id;
  std::uint64_t offset = 0;

  friend auto operator<=>(const PackIndexEntry&, const PackIndexEntry&) = default;
};
using PackIndexEntries = std::vector<PackIndexEntry>;

/// What a pack index of version 2 says, whether it can be true or not: for packs of
/// which a part is lost. Empty if the bytes are no such index.
PackIndexEntries read_pack_index_entries(std::string_view bytes);

/// The entries that can be true of a pack of this size, sorted by id: they lie between
/// its header and its checksum, no two at one offset.
PackIndexEntries plausible(PackIndexEntries entries, std::uint64_t pack_size);

/// The bytes of an index of version 2, for PackIndex::parse(). `entries` are sorted by
/// id. Checksums of the entries and of the index itself are zero.
FileBytes pack_index_file(const PackIndexEntries& entries,
                          const ObjectId& pack_checksum);

}  // namespace leaksieve
