#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/model/path_filter.h"
#include "scanner/source/git.h"
#include "scanner/source/source.h"

namespace leaksieve {

struct PathOptions {
  PathFilter filter;
  std::uint64_t max_bytes = 0;
  bool honour_gitignore = true;
};

/// Files on disk: each path is a file, or a folder that is walked. Links are not
/// followed, .git folders not entered; devices, FIFOs and sockets are skipped. Inside a
/// repository, what git ignores and does not track is left out. A path that was named
/// by the user is always read. Fails if a named path does not exist; a folder or file
/// that cannot be read is a diagnostic. Paths are reported as they were typed.
Result<std::unique_ptr<Source>> make_path_source(const git::Library& library,
                                                 const std::vector<std::string>& paths,
                                                 const PathOptions& options);

/// One text that is in memory already (standard input), under the name `path`.
std::unique_ptr<Source> make_text_source(std::string text, const std::string& path);

}  // namespace leaksieve
