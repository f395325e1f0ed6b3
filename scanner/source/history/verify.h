#pragma once

#include <cstdint>

#include "scanner/model/diagnostic.h"
#include "scanner/source/history/object_table.h"

namespace leaksieve {

/// Computes the id of every object of the table's packs again: an error for each object
/// whose content is another's, because the index or the pack is not true. What cannot
/// be read, or has over `max_bytes`, is left out: whoever scans it says so. The ids of
/// what is in no pack are verified by libgit2 if git::Library is told to.
Diagnostics verify_packed_objects(const ObjectTable& objects, std::uint64_t max_bytes,
                                  unsigned workers, std::uint64_t memory);

}  // namespace leaksieve
