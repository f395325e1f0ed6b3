#pragma once

#include <cstdint>
#include <memory>

#include "scanner/base/result.h"
#include "scanner/model/path_filter.h"
#include "scanner/source/git.h"
#include "scanner/source/source.h"

namespace leaksieve {

/// What the index introduces against HEAD: the staged blobs that neither HEAD nor,
/// while a merge is in progress, any MERGE_HEAD has at the same path, with what they
/// replace. The working tree is never looked at. Directories whose cached tree is
/// HEAD's tree are not entered. Files that are only intended to be added (`git add -N`)
/// have nothing staged; entries in conflict and submodules are counted as skipped.
Result<std::unique_ptr<Source>> make_index_source(const git::Repository& repository,
                                                  const PathFilter& filter,
                                                  std::uint64_t max_bytes);

/// Every blob of the index, as if all of it were new (`pre-commit run --all-files`).
Result<std::unique_ptr<Source>> make_whole_index_source(
    const git::Repository& repository, const PathFilter& filter,
    std::uint64_t max_bytes);

}  // namespace leaksieve
