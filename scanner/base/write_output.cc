#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <system_error>

#include "scanner/base/fd.h"
#include "scanner/base/file.h"

namespace leaksieve {
namespace {

/// All functions below that can fail return 0 or an errno value.

Error write_error(const std::string& path, int code) {
  return Error{
      fmt::format("cannot write {}: {}", path, std::generic_category().message(code))};
}

/// Keeps SIGPIPE from this thread, so that a reader who went away is an EPIPE.
class NoSigpipe {
 public:
  NoSigpipe() {
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    was_pending_ = sigismember(&pending, SIGPIPE) == 1;
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  NoSigpipe(const NoSigpipe&) = delete;
  NoSigpipe& operator=(const NoSigpipe&) = delete;
  ~NoSigpipe() {
    // Takes out the signal that we caused, before the old mask lets it through.
    const timespec now{};
    while (!was_pending_ && sigtimedwait(&pipe_, nullptr, &now) < 0 && errno == EINTR) {
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  bool was_pending_ = false;
  sigset_t pipe_{};
  sigset_t before_{};
};

/// Keeps SIGINT and SIGTERM from this thread: what ends the program by them must not
/// leave a temporary file behind. Writing one is short.
class NoInterrupt {
 public:
  NoInterrupt() {
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ending, &before_);
  }
  NoInterrupt(const NoInterrupt&) = delete;
  NoInterrupt& operator=(const NoInterrupt&) = delete;
  ~NoInterrupt() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

int write_all(int fd, std::string_view bytes) {
  const NoSigpipe guard;
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return 0;
}

/// Closes, because some file systems say only then that the disk is full.
int close_checked(Fd fd) {
  return ::close(fd.release()) == 0 || errno == EINTR ? 0 : errno;
}

/// These links lead to a file that is open already, which no rename must replace.
bool names_descriptor(std::string_view path) {
  return path.starts_with("/proc/") || path.starts_with("/dev/fd/");
}

/// What `path` becomes when the links that it names are followed: the last target need
/// not exist. Stops at a link to an open descriptor.
int follow_links(std::string& path) {
  for (int hops = 0; hops < 40; ++hops) {
    struct stat status {};
    if (names_descriptor(path) || ::lstat(path.c_str(), &status) != 0 ||
        !S_ISLNK(status.st_mode)) {
      return 0;
    }
    char target[PATH_MAX];
    const ssize_t length = ::readlink(path.c_str(), target, sizeof target);
    if (length < 0) return errno;
    if (static_cast<std::size_t>(length) == sizeof target) return ENAMETOOLONG;
    const std::string_view link(target, static_cast<std::size_t>(length));
    const std::size_t folder = link.starts_with('/') ? 0 : path.rfind('/') + 1;
    path.replace(folder, std::string::npos, link);
  }
  return ELOOP;
}

/// Opens a new file beside `path`, and puts its name into `name`.
int create_beside(const std::string& path, Fd& fd, std::string& name) {
  const std::string folder = path.substr(0, path.rfind('/') + 1);
  for (int attempt = 0; attempt < 1000; ++attempt) {
    name = fmt::format("{}.leaksieve-{}-{}.tmp", folder, ::getpid(), attempt);
    fd = Fd(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (fd.is_open()) return 0;
    if (errno != EEXIST) return errno;
  }
  return EEXIST;
}

/// `old` is what is there now, nullptr if nothing is.
int replace_file(const std::string& path, const struct stat* old,
                 std::string_view bytes) {
  const NoInterrupt guard;
  if (old != nullptr && ::access(path.c_str(), W_OK) != 0) return errno;
  Fd fd;
  std::string temporary;
  if (const int code = create_beside(path, fd, temporary); code != 0) return code;
  int code = 0;
  // Before the first byte: a report that was private stays so.
  if (old != nullptr && ::fchmod(fd.get(), old->st_mode & 0777) != 0) code = errno;
  if (code == 0) code = write_all(fd.get(), bytes);
  if (const int closing = close_checked(std::move(fd)); code == 0) code = closing;
  if (code == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) code = errno;
  if (code != 0) ::unlink(temporary.c_str());
  return code;
}

int write_into(const std::string& path, std::string_view bytes) {
  Fd fd(::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOCTTY));
  if (!fd.is_open()) return errno;
  if (const int code = write_all(fd.get(), bytes); code != 0) return code;
  return close_checked(std::move(fd));
}

}  // namespace

Result<void> write_output(const std::string& path, std::string_view bytes) {
  std::string target = path;
  int code = target.empty() ? ENOENT : follow_links(target);
  struct stat status {};
  if (code == 0 && !names_descriptor(target)) {
    if (::lstat(target.c_str(), &status) == 0) {
      if (S_ISDIR(status.st_mode)) {
        code = EISDIR;
      } else if (S_ISREG(status.st_mode)) {
        code = replace_file(target, &status, bytes);
      } else {
        code = write_into(target, bytes);
      }
    } else if (errno == ENOENT) {
      code = target.ends_with('/') ? EISDIR : replace_file(target, nullptr, bytes);
    } else {
      code = errno;
    }
  } else if (code == 0) {
    code = write_into(target, bytes);
  }
  if (code != 0) return write_error(path, code);
  return {};
}

}  // namespace leaksieve
