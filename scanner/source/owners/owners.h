#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "scanner/model/diagnostic.h"
#include "scanner/source/git.h"
#include "scanner/source/owners/code_owners.h"
#include "scanner/source/owners/mailmap.h"

namespace leaksieve {

/// Whom to ask about a file today.
struct Owners {
  CodeOwners code;
  Mailmap mailmap;
  std::uint64_t code_bytes = 0;  ///< of the file that `code` is made of

  /// The owners of the path, else the author, "Name <mail>", by the name of today.
  /// Empty if neither is known. Takes at most time proportional to `code_bytes` and the
  /// path.
  std::string of(std::string_view path, std::string_view author) const;
};

/// As HEAD has them: .mailmap, and the first of .github/CODEOWNERS, CODEOWNERS,
/// docs/CODEOWNERS (where GitHub looks) and .gitlab/CODEOWNERS. A file that is not
/// there says nothing; one that cannot be read, or has over 3 MiB (GitHub's limit),
/// becomes a diagnostic.
Owners read_owners(const git::Repository& repository, Diagnostics& diagnostics);

}  // namespace leaksieve
