#include "scanner/base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "scanner/base/fd.h"

namespace leaksieve {
namespace {

Error system_error(std::string_view what, const std::string& path, int code) {
  return Error{fmt::format("cannot {} {}: {}", what, path,
                           std::generic_category().message(code))};
}

/// A regular file open for reading, and how large it says it is.
struct OpenFile {
  Fd fd;
  std::uint64_t size = 0;
};

/// Nullopt if there is no such file. O_NONBLOCK, so that a FIFO is not waited for.
Result<std::optional<OpenFile>> open_regular(const std::string& path) {
  OpenFile file{Fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)),
                0};
  if (!file.fd.is_open()) {
    if (errno == ENOENT || errno == ENOTDIR) return std::optional<OpenFile>();
    return system_error("open", path, errno);
  }
  struct stat status {};
  if (::fstat(file.fd.get(), &status) != 0) return system_error("read", path, errno);
  if (S_ISDIR(status.st_mode)) return system_error("read", path, EISDIR);
  if (!S_ISREG(status.st_mode)) {
    return Error{fmt::format("cannot read {}: not a regular file", path)};
  }
  file.size = static_cast<std::uint64_t>(status.st_size);
  return std::optional<OpenFile>(std::move(file));
}

/// Reads until `size` bytes are there or the file ends: how many; -1 and errno on
/// error.
ssize_t read_full(int fd, char* data, std::size_t size) {
  std::size_t have = 0;
  while (have < size) {
    const ssize_t got = ::read(fd, data + have, size - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) break;
    have += static_cast<std::size_t>(got);
  }
  return static_cast<ssize_t>(have);
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  SCANNER_TRY(std::optional<OpenFile> file, open_regular(path));
  if (!file) return system_error("open", path, ENOENT);
  // The size is a hint: files in /proc say 0, and a log may grow while it is read. One
  // byte more than it says is asked for, to see the end.
  std::string text;
  std::size_t have = 0;
  std::size_t step = static_cast<std::size_t>(file->size) + 1;
  for (;;) {
    text.resize(have + step);
    const ssize_t got = read_full(file->fd.get(), text.data() + have, step);
    if (got < 0) return system_error("read", path, errno);
    have += static_cast<std::size_t>(got);
    if (static_cast<std::size_t>(got) < step) break;
    step = std::max<std::size_t>(have, std::size_t{64} * 1024);
  }
  text.resize(have);
  return text;
}

Result<std::optional<FileBytes>> read_bytes(const std::string& path,
                                            std::uint64_t max_size) {
  SCANNER_TRY(std::optional<OpenFile> file, open_regular(path));
  if (!file) return std::optional<FileBytes>();
  if (file->size > max_size) {
    return Error{fmt::format("cannot read {}: {} bytes, more than the limit of {}",
                             path, file->size, max_size)};
  }
  FileBytes bytes;
  const auto size = static_cast<std::size_t>(file->size);
  bytes.data = BulkBytes(size);
  const ssize_t got = read_full(file->fd.get(), bytes.data.get(), size);
  if (got < 0) return system_error("read", path, errno);
  bytes.size = static_cast<std::size_t>(got);
  return std::optional<FileBytes>(std::move(bytes));
}

}  // namespace leaksieve
