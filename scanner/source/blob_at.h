#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "scanner/base/result.h"
#include "scanner/source/objects.h"

namespace leaksieve {

/// The content of the file that a commit has at `path` ('/' between the parts); nothing
/// if it has none there, or a link, a folder or a submodule. Fails if an object on the
/// way cannot be read, or if the file is larger than `max_bytes`.
Result<std::optional<std::string>> blob_at(const ObjectStore& objects,
                                           const ObjectId& commit,
                                           std::string_view path,
                                           std::uint64_t max_bytes);

}  // namespace leaksieve
