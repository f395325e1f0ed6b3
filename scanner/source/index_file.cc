#include "scanner/source/index_file.h"

#include <fmt/format.h>

#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

#include "scanner/base/file.h"
#include "scanner/source/index_format.h"
#include "scanner/source/split_index.h"

namespace leaksieve {
namespace {

/// Ten million entries with paths of normal length; a bound for what a file can make us
/// read into memory.
constexpr std::uint64_t kMaxSize = std::uint64_t{1} << 30;

Error in_file(const std::string& path, const Error& error) {
  return Error{fmt::format("{}: {}", path, error.message)};
}

/// The link to a shared index, if there is one.
Result<std::optional<SplitLink>> split_link(const IndexParts& own) {
  if (!own.link) return std::optional<SplitLink>();
  SCANNER_TRY(SplitLink link, parse_split_link(*own.link));
  if (!link.shared.is_zero()) return std::optional<SplitLink>(link);
  if (own.unnamed > 0) return Error{"index has entries without a path"};
  return std::optional<SplitLink>();
}

/// Reads the shared index from the first of the folders that has it.
Result<FileBytes> read_shared(const std::string& name, const std::string& path,
                              const std::string& git_dir) {
  const std::string beside = path.substr(0, path.rfind('/') + 1) + name;
  if (!git_dir.empty()) {
    SCANNER_TRY(auto found, read_bytes(git_dir + "/" + name, kMaxSize));
    if (found) return *std::move(found);
  }
  SCANNER_TRY(auto found, read_bytes(beside, kMaxSize));
  if (found) return *std::move(found);
  return Error{fmt::format("{}: is a split index, and its other half is missing: {}",
                           path, beside)};
}

/// The whole index, in the place of its own half.
Result<void> add_shared(IndexParts& own, const SplitLink& link,
                        std::string_view bytes) {
  SCANNER_TRY(IndexParts shared, parse_index(bytes));
  // A checksum that was skipped cannot be compared.
  if (!shared.checksum.is_zero() && shared.checksum != link.shared) {
    return Error{"shared index is another than the one asked for"};
  }
  SCANNER_TRY(own.entries, merge_split_index(link, own, shared));
  own.paths.insert(own.paths.end(), std::move_iterator(shared.paths.begin()),
                   std::move_iterator(shared.paths.end()));
  return {};
}

}  // namespace

IndexFile::IndexFile(IndexParts&& parts)
    : storage_(std::move(parts.paths)), entries_(std::move(parts.entries)) {
  if (parts.cached_trees) {
    if (auto trees = parse_cached_trees(*parts.cached_trees))
      trees_ = *std::move(trees);
  }
}

Result<IndexFile> IndexFile::parse(std::string_view bytes, std::string_view shared) {
  SCANNER_TRY(IndexParts own, parse_index(bytes));
  SCANNER_TRY(const auto link, split_link(own));
  if (link) {
    if (shared.empty()) return Error{"split index without its other half"};
    SCANNER_CHECK(add_shared(own, *link, shared));
  }
  return IndexFile(std::move(own));
}

Result<IndexFile> IndexFile::open(const std::string& path, const std::string& git_dir) {
  SCANNER_TRY(std::optional<FileBytes> bytes, read_bytes(path, kMaxSize));
  if (!bytes) return IndexFile();
  auto own = parse_index(bytes->view());
  if (!own) return in_file(path, own.error());
  const auto link = split_link(*own);
  if (!link) return in_file(path, link.error());
  FileBytes shared;
  if (*link) {
    SCANNER_TRY(shared,
                read_shared("sharedindex." + (*link)->shared.hex(), path, git_dir));
    if (auto added = add_shared(*own, **link, shared.view()); !added) {
      return in_file(path, added.error());
    }
  }
  IndexFile index(std::move(own).value());
  index.storage_.push_back(std::move(bytes->data));
  index.storage_.push_back(std::move(shared.data));
  return index;
}

std::size_t IndexFile::covered_by(const CachedTree& tree, std::size_t first,
                                  std::string_view directory) const {
  const auto below = [this, directory](std::size_t number) {
    const std::string_view path = entries_[number].path;
    return directory.empty() ||
           (path.size() > directory.size() && path.starts_with(directory) &&
            path[directory.size()] == '/');
  };
  if (tree.entry_count <= 0 || first >= entries_.size()) return 0;
  const auto count = static_cast<std::uint64_t>(tree.entry_count);
  if (count > entries_.size() - first) return 0;
  // The entries are sorted: what is between two that lie below does so too.
  const std::size_t end = first + count;
  if (!below(first) || !below(end - 1)) return 0;
  if (first > 0 && below(first - 1)) return 0;
  if (end < entries_.size() && below(end)) return 0;
  return count;
}

}  // namespace leaksieve
