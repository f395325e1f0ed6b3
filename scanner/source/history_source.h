#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include "scanner/base/result.h"
#include "scanner/model/path_filter.h"
#include "scanner/source/git.h"
#include "scanner/source/source.h"

namespace leaksieve {

struct HistoryOptions {
  PathFilter filter;
  std::uint64_t max_bytes = 0;
  /// Objects that no ref reaches as well.
  bool all_objects = false;
  /// Whether files of this name are told apart by their path, even with equal content
  /// (".env" beside ".env.example").
  std::function<bool(std::string_view name)> names_matter;
};

/// Every blob that HEAD or any ref reaches (branches, tags, notes, the stash with its
/// older entries, refs/pull/...), each distinct blob once, at one path and in the
/// newest commit that has it; and the messages of commits and annotated tags. Read
/// through libgit2, in the order of the pack, so that delta bases are in its cache.
Result<std::unique_ptr<Source>> make_history_source(const git::Repository& repository,
                                                    const HistoryOptions& options);

}  // namespace leaksieve
