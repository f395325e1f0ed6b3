#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/model/path_filter.h"
#include "scanner/source/git.h"
#include "scanner/source/source.h"

namespace leaksieve {

/// Commits to scan: those that `include` reach and `exclude` do not.
struct Range {
  std::vector<ObjectId> include;
  std::vector<ObjectId> exclude;
  /// The commit whose policy counts: BASE as given; of "A^!" the first parent. Where no
  /// BASE is given, HEAD of a bare repository, else origin/HEAD, else the fork point.
  /// Zero: there is none.
  ObjectId base;
  Diagnostics diagnostics;  ///< what could not be resolved: "fetch it by ..."
};

/// Reads a range as git writes them: "A..B", "A...B" (what either has and the other has
/// not), "A" (everything A reaches), "A^!" (the commit A alone). An empty side is HEAD.
/// An all-zero BASE means: what no other ref has.
///
/// A BASE that the repository lacks is an Error, but for a shallow clone, where it is a
/// diagnostic that names the fetch which brings it, and everything there is is in
/// range.
Result<Range> parse_range(const git::Repository& repository, const std::string& text);

/// Reads the lines that git gives to pre-push ("<local ref> <local id> <remote ref>
/// <remote id>") or to pre-receive and update hooks ("<old id> <new id> <ref>"). A new
/// ref (an all-zero old id) means what no ref of the remote, or no ref, has; a deleted
/// one (an all-zero new id) brings nothing.
Result<Range> parse_hook_lines(const git::Repository& repository,
                               std::string_view lines);

/// What each commit of the range introduces: for every commit the blobs that none of
/// its parents has at the same path, with what they replace, and the commit's message.
/// A merge is compared with all its parents. Changes of paths that `is_noted` accepts
/// are put into Listing::noted, even of those that the filter leaves out.
std::unique_ptr<Source> make_range_source(const git::Repository& repository,
                                          const Range& range, const PathFilter& filter,
                                          std::uint64_t max_bytes,
                                          bool (*is_noted)(std::string_view) = nullptr);

}  // namespace leaksieve
