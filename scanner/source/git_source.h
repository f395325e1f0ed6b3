#pragma once

#include <cstdint>
#include <memory>
#include <utility>

#include "scanner/source/git.h"
#include "scanner/source/objects.h"
#include "scanner/source/source.h"

namespace leaksieve {

/// A source whose items are objects of a repository: what index_source, range_source
/// and history_source return. Borrows the repository, which must outlive it.
class GitSource : public Source {
 public:
  GitSource(const git::Repository& repository, Listing listing, std::uint64_t max_bytes)
      : objects_(repository), listing_(std::move(listing)), max_bytes_(max_bytes) {}

  const Listing& listing() const override { return listing_; }
  std::unique_ptr<Reader> make_reader() const override;
  CommitInfo commit_info(const ObjectId& commit) const override;

 private:
  ObjectStore objects_;
  Listing listing_;
  std::uint64_t max_bytes_;
};

}  // namespace leaksieve
