#include "scanner/app/database_cache.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "scanner/base/fd.h"
#include "scanner/base/hash.h"

namespace leaksieve {
namespace {

constexpr std::size_t kMaxBytes = 256 << 20;
constexpr std::size_t kMaxFiles = 64;
constexpr std::string_view kMark = "leaksieve database 1\n";
constexpr std::size_t kHashSize = 64;

std::string absolute_variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value == '/' ? value : "";
}

std::string header_of(std::string_view value) {
  return std::string(kMark) + hex(sha256(value)) + "\n";
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(fd, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

// The content of a file that this user alone can have written.
std::optional<std::string> read_own(const std::string& path) {
  const Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat status {};
  if (!fd.is_open() || ::fstat(fd.get(), &status) != 0) return std::nullopt;
  if (!S_ISREG(status.st_mode) || status.st_uid != ::geteuid() ||
      (status.st_mode & 022) != 0 || status.st_size < 0 ||
      static_cast<std::uint64_t>(status.st_size) > kMaxBytes) {
    return std::nullopt;
  }
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t have = 0;
  while (have < bytes.size()) {
    const ssize_t count = ::read(fd.get(), bytes.data() + have, bytes.size() - have);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return std::nullopt;
    have += static_cast<std::size_t>(count);
  }
  return bytes;
}

void clear_if_full(const std::string& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (std::filesystem::directory_iterator entry(folder, error), end;
       !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() == ".db") files.push_back(entry->path());
  }
  if (files.size() < kMaxFiles) return;
  for (const auto& file : files) std::filesystem::remove(file, error);
}

}  // namespace

DatabaseCache DatabaseCache::of_user() {
  const std::string cache = absolute_variable("XDG_CACHE_HOME");
  if (!cache.empty()) return DatabaseCache(cache + "/leaksieve");
  const std::string home = absolute_variable("HOME");
  return DatabaseCache(home.empty() ? "" : home + "/.cache/leaksieve");
}

bool DatabaseCache::folder_is_safe() const {
  struct stat status {};
  return !folder_.empty() && ::lstat(folder_.c_str(), &status) == 0 &&
         S_ISDIR(status.st_mode) && status.st_uid == ::geteuid() &&
         (status.st_mode & 077) == 0;
}

std::string DatabaseCache::file_of(std::string_view key) const {
  return folder_ + "/" + hex(sha256(key)) + ".db";
}

std::optional<std::string> DatabaseCache::find(std::string_view key) const {
  if (!folder_is_safe()) return std::nullopt;
  std::optional<std::string> bytes = read_own(file_of(key));
  const std::size_t header = kMark.size() + kHashSize + 1;
  if (!bytes || bytes->size() < header) return std::nullopt;
  std::string value = bytes->substr(header);
  if (std::string_view(*bytes).substr(0, header) != header_of(value)) {
    return std::nullopt;
  }
  return value;
}

void DatabaseCache::keep(std::string_view key, std::string_view value) const {
  if (folder_.empty() || value.size() > kMaxBytes / 2) return;
  std::error_code error;
  std::filesystem::create_directories(std::filesystem::path(folder_).parent_path(),
                                      error);
  ::mkdir(folder_.c_str(), 0700);
  if (!folder_is_safe()) return;
  clear_if_full(folder_);
  std::string temporary = folder_ + "/new-XXXXXX";
  const Fd fd(::mkostemp(temporary.data(), O_CLOEXEC));  // mode 0600
  if (!fd.is_open()) return;
  if (!write_all(fd.get(), header_of(value)) || !write_all(fd.get(), value) ||
      ::rename(temporary.c_str(), file_of(key).c_str()) != 0) {
    ::unlink(temporary.c_str());
  }
}

}  // namespace leaksieve
