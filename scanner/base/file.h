#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "scanner/base/bulk_memory.h"
#include "scanner/base/result.h"

namespace leaksieve {

/// The whole content of a regular file (links are followed). An Error names the path
/// and the system's reason; a directory, FIFO or device is an Error, and never waited
/// for.
Result<std::string> read_file(const std::string& path);

/// The bytes of a file, owned. Moving it leaves every view of them valid.
struct FileBytes {
  BulkBytes data;
  std::size_t size = 0;

  /// Borrows from this object.
  std::string_view view() const { return {data.get(), size}; }
};

/// As read_file, but without clearing the memory first (which for 10 MB costs as much
/// as reading them), with a bound, and an absent file is not an Error: nullopt. Bytes
/// that a copy holds cannot vanish while they are looked at, as those of a mapped file
/// do when somebody truncates it.
Result<std::optional<FileBytes>> read_bytes(
    const std::string& path,
    std::uint64_t max_size = std::numeric_limits<std::uint64_t>::max());

/// Makes `bytes` the content of `path`, for a report or a file that the user asked for.
///
/// Where the path is absent or a regular file, it is replaced by rename, so that nobody
/// sees half a file; a new file has mode 0666 less the umask, a replaced one keeps its
/// mode, and one that may not be written to is an Error. A link is followed: its target
/// is replaced, not the link. Anything else (/dev/null, a FIFO, /dev/stdout, a file
/// descriptor in /dev/fd or /proc) is opened and written to, at its end. A directory is
/// an Error.
///
/// An Error names the path and the reason (also "broken pipe": no signal is raised); no
/// temporary file is left behind then, nor by SIGINT or SIGTERM.
Result<void> write_output(const std::string& path, std::string_view bytes);

}  // namespace leaksieve
