#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/source/pack/index_entries.h"

namespace leaksieve {

/// What a multi-pack-index says of one pack. Of an object that several packs hold it
/// names one.
struct IndexedPack {
  std::string name;  ///< "pack-....idx", whether there is such a file or not
  PackIndexEntries entries;
};

/// Reads the file objects/pack/multi-pack-index. Fails, without a path, if it is
/// damaged, of another version, or of SHA-256.
///
/// Source: https://git-scm.com/docs/gitformat-pack, "multi-pack-index (MIDX) files have
/// the following format".
Result<std::vector<IndexedPack>> parse_multi_pack_index(std::string_view bytes);

}  // namespace leaksieve
