#include "scanner/app/input.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "scanner/base/file.h"

namespace leaksieve {
namespace {

constexpr std::uint64_t kMaxPathListBytes = 1ULL << 30;

}  // namespace

Result<std::string> read_standard_input(std::uint64_t max_bytes) {
  std::string text;
  std::string block(1 << 16, '\0');
  for (;;) {
    const ssize_t count = ::read(STDIN_FILENO, block.data(), block.size());
    if (count == 0) return text;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      return Error{fmt::format("cannot read standard input: {}", std::strerror(errno))};
    }
    text.append(block, 0, static_cast<std::size_t>(count));
    if (text.size() > max_bytes) {
      return Error{fmt::format(
          "standard input is longer than {} bytes (--max-file-size)", max_bytes)};
    }
  }
}

Result<std::vector<std::string>> read_path_list(const std::string& file) {
  SCANNER_TRY(const std::string text,
              file == "-" ? read_standard_input(kMaxPathListBytes) : read_file(file));
  const char separator = text.find('\0') != std::string::npos ? '\0' : '\n';
  std::vector<std::string> paths;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) paths.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return paths;
}

Result<PathFilter> make_path_filter(const std::vector<std::string>& patterns) {
  std::vector<Glob> globs;
  for (const std::string& pattern : patterns) {
    auto glob = Glob::parse(pattern);
    if (!glob) {
      return Error{fmt::format("--exclude \"{}\": {}", pattern, glob.error().message)};
    }
    globs.push_back(std::move(*glob));
  }
  return PathFilter(std::move(globs));
}

}  // namespace leaksieve
