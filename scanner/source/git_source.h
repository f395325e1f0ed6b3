#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "scanner/source/git.h"
#include "scanner/source/objects.h"
#include "scanner/source/source.h"

namespace leaksieve {

/// A source whose items are objects of a repository: what index_source and range_source
/// return. Borrows the repository, which must outlive it.
/// What the author wrote in a commit or tag, whose bytes these are.
std::string_view message_of(std::string_view bytes);

/// Reads items of a repository through libgit2.
class GitReader : public ItemReader {
 public:
  GitReader(const ObjectStore& objects, const Listing& listing, std::uint64_t max_bytes)
      : ItemReader(listing), objects_(objects), max_bytes_(max_bytes) {}

  Result<std::string_view> read(const Item& item) override;
  Result<std::string_view> read_blob(const ObjectId& blob) override;

 private:
  ObjectStore objects_;
  std::uint64_t max_bytes_;
  std::optional<Object> object_;
};

/// What a commit says of itself; empty if it cannot be read.
CommitInfo read_commit_info(const ObjectStore& objects, const ObjectId& commit);

/// Whether the tree of `commit` has a file at `path`; false if it cannot be read.
bool has_file_at(const ObjectStore& objects, const ObjectId& commit,
                 const std::string& path);

class GitSource : public Source {
 public:
  GitSource(const git::Repository& repository, Listing listing, std::uint64_t max_bytes)
      : Source(std::move(listing)), objects_(repository), max_bytes_(max_bytes) {
    if (const auto head = repository.head()) head_ = *head;
  }

  bool has_file(const std::string& path) const override;

  std::unique_ptr<Reader> make_reader() const override;
  CommitInfo commit_info(const ObjectId& commit) const override;

 private:
  ObjectId head_;  // zero: none
  ObjectStore objects_;
  std::uint64_t max_bytes_;
};

}  // namespace leaksieve
