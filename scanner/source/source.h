#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/model/diagnostic.h"
#include "scanner/model/finding.h"
#include "scanner/model/object_id.h"

namespace leaksieve {

/// Paths by number, each kept once. Number 0 is the empty path.
class PathTable {
 public:
  PathTable() { add(""); }

  std::uint32_t add(const std::string& path) {
    const auto [it, added] =
        numbers_.try_emplace(path, static_cast<std::uint32_t>(paths_.size()));
    if (added) paths_.push_back(&it->first);
    return it->second;
  }
  const std::string& operator[](std::uint32_t number) const { return *paths_[number]; }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;  // nodes never move
  std::vector<const std::string*> paths_;
};

inline constexpr std::uint32_t kNone = UINT32_MAX;

/// One thing to scan: a blob at a path, a file, a message. Small: a history has
/// millions.
struct Item {
  ObjectId object;               ///< zero: a file outside git
  std::uint32_t path = 0;        ///< in Listing::paths
  std::uint32_t commit = kNone;  ///< in Listing::commits: one that has it
  std::uint32_t change = kNone;  ///< in Listing::changes: what it replaces
  Where where = Where::file;
};

/// A blob and the path it had.
struct BlobAt {
  std::string path;
  ObjectId blob;
};

/// What an item replaces, in the commit (or index) that brings it.
struct Change {
  /// One a parent: the blob at the same path; zero if there was none.
  std::vector<ObjectId> before;
  /// In Listing::dropped: the paths that the same commit drops.
  std::uint32_t dropped = kNone;
};

/// All that a source has to scan, found before the first blob is read. Plain values.
struct Listing {
  std::vector<Item> items;
  PathTable paths;
  std::vector<ObjectId> commits;
  std::vector<Change> changes;
  std::vector<std::vector<BlobAt>> dropped;
  std::uint64_t commit_count = 0;                ///< for the summary
  std::map<std::string, std::uint64_t> skipped;  ///< left out on purpose
  Diagnostics diagnostics;
};

/// What a commit says of itself, for a finding.
struct CommitInfo {
  std::string author;  ///< "Name <mail>"
  std::string date;    ///< ISO 8601
};

/// Reads the items of a source. One a thread.
class Reader {
 public:
  virtual ~Reader() = default;

  /// The text of an item. Borrowed from the Reader until its next read. Fails with a
  /// reason that names neither path nor id.
  virtual Result<std::string_view> read(const Item& item) = 0;

  /// The text of a blob of the same repository; the same lifetime.
  virtual Result<std::string_view> read_blob(const ObjectId& blob) = 0;
};

/// Where bytes come from. Immutable once made; make_reader() may be called by any
/// thread.
class Source {
 public:
  virtual ~Source() = default;
  virtual const Listing& listing() const = 0;
  virtual std::unique_ptr<Reader> make_reader() const = 0;
  virtual CommitInfo commit_info(const ObjectId& commit) const = 0;
};

}  // namespace leaksieve
