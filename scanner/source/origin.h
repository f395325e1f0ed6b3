#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scanner/model/object_id.h"

namespace leaksieve {

/// That a blob holds a secret so many times. A secret is a number that the caller
/// gives.
struct Holding {
  ObjectId blob;
  std::uint32_t secret = 0;
  std::uint32_t count = 1;
};

/// Where a secret came into a history.
struct Origin {
  std::string path;
  ObjectId blob;    ///< the version of the file with which it came
  ObjectId commit;  ///< the one that introduced it
  /// The last commit that took it out of this path; zero: none has.
  ObjectId removed_by;
  bool at_head = false;           ///< whether HEAD has it at this path
  ObjectId head_blob;             ///< the version that HEAD has; zero: none
  std::vector<std::string> refs;  ///< that have it at this path, sorted
};

}  // namespace leaksieve
