#pragma once

#include <string_view>

#include "scanner/base/result.h"
#include "scanner/model/object_id.h"
#include "scanner/source/index_entry.h"
#include "scanner/source/index_format.h"

namespace leaksieve {

/// The extension `link`: the entries of another file, the shared index, belong to this
/// index too, but for the changes that two bitmaps describe. Borrows from its data.
struct SplitLink {
  ObjectId shared;           ///< of `sharedindex.<hex>`; zero: there is none
  std::string_view bitmaps;  ///< deleted, then replaced; may be empty
};

Result<SplitLink> parse_split_link(std::string_view data);

/// The entries of the whole index, strictly ascending: those of `shared` that are not
/// deleted, the replaced ones with what `own.entries` without a path say, and the rest
/// of `own`, each in the place of an entry with the same path and stage. An Error if
/// the parts do not fit. Source: https://git-scm.com/docs/gitformat-index, "Split
/// index".
Result<IndexEntries> merge_split_index(const SplitLink& link, const IndexParts& own,
                                       const IndexParts& shared);

}  // namespace leaksieve
