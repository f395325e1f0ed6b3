#include "scanner/source/gitignore.h"

#include <algorithm>
#include <filesystem>

namespace leaksieve {

std::optional<GitIgnore> GitIgnore::for_path(const git::Library& library,
                                             const std::string& path) {
  auto repository = git::Repository::open(library, {path});
  if (!repository || repository->work_dir().empty()) return std::nullopt;
  auto index = IndexFile::open(repository->git_dir() + "index", repository->git_dir());
  std::error_code error;
  std::string root = std::filesystem::canonical(repository->work_dir(), error).string();
  if (error) return std::nullopt;
  if (!root.ends_with('/')) root += '/';
  return GitIgnore(std::move(*repository), index ? std::move(*index) : IndexFile(),
                   std::move(root));
}

bool GitIgnore::ignores(const std::string& absolute, bool is_folder) const {
  if (!absolute.starts_with(root_)) return false;
  std::string relative = absolute.substr(root_.size());
  // Most files are tracked, and asking the index is far cheaper than asking the rules.
  if (relative.empty() || tracked(relative, is_folder)) return false;
  if (is_folder) relative += '/';
  int ignored = 0;
  return git_ignore_path_is_ignored(&ignored, repository_.raw(), relative.c_str()) ==
             0 &&
         ignored == 1;
}

bool GitIgnore::tracked(const std::string& relative, bool is_folder) const {
  const std::string wanted = is_folder ? relative + "/" : relative;
  const auto entries = index_.entries();
  const auto found = std::partition_point(
      entries.begin(), entries.end(),
      [&](const IndexEntry& entry) { return entry.path < std::string_view(wanted); });
  return found != entries.end() &&
         (is_folder ? found->path.starts_with(wanted) : found->path == wanted);
}

}  // namespace leaksieve
