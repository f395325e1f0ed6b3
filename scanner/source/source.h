#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/model/diagnostic.h"
#include "scanner/model/finding.h"
#include "scanner/model/object_id.h"
#include "scanner/source/origin.h"

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
  /// Its name alone says something: it is looked at even if its base holds nothing.
  bool has_telling_name = false;
  /// Its code may still run, so what it logs matters.
  bool may_run = true;
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
  /// Paths that were asked to be noted and that a commit changes, adds or drops.
  std::set<std::string> noted;
  Diagnostics diagnostics;
};

/// What a commit says of itself, for a finding.
struct CommitInfo {
  std::string author;     ///< "Name <mail>"
  std::string date;       ///< ISO 8601
  std::int64_t time = 0;  ///< the same, seconds since 1970
};

/// Items that are read together, [begin, end) of Listing::items.
struct Run {
  std::size_t number = 0;  ///< its position among Source::runs()
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Appends to `runs` small ones that cover the items [begin, end), for ItemReader.
void append_small_runs(std::size_t begin, std::size_t end, std::vector<Run>& runs);

/// The text of an item. Everything is borrowed until the visitor returns.
struct ItemText {
  std::string_view bytes;

  /// The item of which this text is a variation, if it is one, and how: see
  /// source/pack/delta.h.
  std::size_t base = SIZE_MAX;
  std::string_view base_bytes;
  std::string_view delta;
};

/// Reads the items of a source. One a thread.
class Reader {
 public:
  virtual ~Reader() = default;

  /// The text of an item. Borrowed from the Reader until its next read. Fails with a
  /// reason that names neither path nor id.
  virtual Result<std::string_view> read(const Item& item) = 0;

  using Visitor = std::function<void(std::size_t item, const Result<ItemText>& text)>;

  /// Reads the items of a run of Source::runs(), each once, in the order that is
  /// cheapest. The text is valid until the visitor returns or reads something.
  virtual void visit(const Run& run, const Visitor& visitor) = 0;

  /// The text of a blob of the same repository; the same lifetime.
  virtual Result<std::string_view> read_blob(const ObjectId& blob) = 0;
};

/// A Reader that reads one item after the other. Borrows the listing.
class ItemReader : public Reader {
 public:
  explicit ItemReader(const Listing& listing) : listing_(listing) {}
  void visit(const Run& run, const Visitor& visitor) override;

 protected:
  /// Reads one item, by its position in the listing, for the visitor.
  void give(std::size_t item, const Visitor& visitor);

  const Listing& listing_;
};

/// Where bytes come from. Immutable once made; may be used from several threads.
class Source {
 public:
  explicit Source(Listing listing) : listing_(std::move(listing)) {}
  virtual ~Source() = default;

  const Listing& listing() const { return listing_; }

  /// Runs that cover all items once; by default small ones, for ItemReader.
  virtual std::vector<Run> runs() const;

  virtual std::unique_ptr<Reader> make_reader() const = 0;

  /// As git writes it; empty for what has none.
  virtual std::string path(const Item& item) const { return listing_.paths[item.path]; }

  /// A commit that has the item; zero for none.
  virtual ObjectId commit(const Item& item) const {
    return item.commit == kNone ? ObjectId() : listing_.commits[item.commit];
  }
  virtual CommitInfo commit_info(const ObjectId& commit) const = 0;

  /// Whether every version of a file is looked at for what it logs, so that attribute()
  /// knows where that came from.
  virtual bool follows_log_statements() const { return true; }

  /// For each secret, by number, where it came into the history; nothing from a source
  /// that has none. See source/history/attribution.h.
  virtual std::vector<std::vector<Origin>> attribute(
      const std::vector<Holding>& /*holdings*/, std::uint32_t secrets) const {
    return std::vector<std::vector<Origin>>(secrets);
  }

 protected:
  Listing listing_;
};

}  // namespace leaksieve
