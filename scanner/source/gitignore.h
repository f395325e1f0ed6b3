#pragma once

#include <memory>
#include <optional>
#include <string>

#include "scanner/source/git.h"
#include "scanner/source/index_file.h"

namespace leaksieve {

/// Tells what git ignores and does not track, by the repository that holds a path.
class GitIgnore {
 public:
  /// Nothing if `path` is in no repository with a worktree.
  static std::optional<GitIgnore> for_path(const git::Library& library,
                                           const std::string& path);

  /// Whether git ignores the file or folder at this absolute path and tracks nothing at
  /// or below it. A path outside the worktree is never ignored.
  bool ignores(const std::string& absolute, bool is_folder) const;

 private:
  GitIgnore(git::Repository repository, IndexFile index, std::string root)
      : repository_(std::move(repository)),
        index_(std::move(index)),
        root_(std::move(root)) {}
  bool tracked(const std::string& relative, bool is_folder) const;

  git::Repository repository_;
  IndexFile index_;
  std::string root_;  // absolute, ends in '/'
};

}  // namespace leaksieve
