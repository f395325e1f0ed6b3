#pragma once

#include <optional>
#include <string>

#include "scanner/app/options.h"
#include "scanner/base/result.h"
#include "scanner/model/diagnostic.h"
#include "scanner/policy/acceptance.h"
#include "scanner/policy/config.h"
#include "scanner/source/git.h"

namespace leaksieve {

/// Where the files of policy are: a folder, or a commit. Borrows the repository.
struct PolicyPlace {
  std::string
      folder;  ///< ends in '/'; the root of a working tree or of what is scanned
  const git::Repository* repository = nullptr;
  ObjectId commit;       ///< not zero: its files count, not those of the folder
  bool is_void = false;  ///< nobody vouches for any file of it

  bool is_commit() const { return repository != nullptr && !commit.is_zero(); }

  /// The file of that path from the root; nothing if there is none, or if it is no
  /// regular file (a link could lead out of the tree).
  Result<std::optional<std::string>> read(const std::string& path) const;
};

/// A path as policy knows it: from `folder`, which ends in '/'. What lies elsewhere
/// stays as it is.
std::string path_from(const std::string& folder, const std::string& path);

/// What the files of policy say.
struct LoadedPolicy {
  Acceptances acceptances;
  RotateAfter rotate_after;
};

/// What the files at `place` accept, and what --baseline names: the repository's own
/// configuration (.leaksieve.toml), ignore files and baseline, unless the options say
/// not to believe them. A damaged configuration or
/// baseline, or one that was named and is not there, is an Error. A baseline inside of
/// the folder is read at the commit, if there is one.
Result<LoadedPolicy> load_policy(const PolicyPlace& place, const Options& options,
                                 Diagnostics& diagnostics);

}  // namespace leaksieve
