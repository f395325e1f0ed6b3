#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "scanner/base/result.h"
#include "scanner/source/pack/index_entries.h"
#include "scanner/source/pack/pack_file.h"
#include "scanner/source/pack/pack_index.h"

namespace leaksieve {

/// A pack and its index. Never changes once opened; may be used from several threads.
class Pack {
 public:
  /// `index_path` ends in ".idx"; the pack lies beside it, as ".pack". Fails if one
  /// cannot be read, is damaged, or they do not belong together (count and checksum).
  /// An Error names the path.
  static Result<Pack> open(const std::string& index_path);

  /// A pack whose own index is damaged, lost, or not of it (it was cut off): what
  /// `entries` says, and can be true, is believed. Fails if nothing is.
  static Result<Pack> salvage(const std::string& pack_path, PackIndexEntries entries);

  const std::string& path() const { return file_.path(); }
  ObjectNumber size() const { return index_.size(); }
  ObjectId id(ObjectNumber number) const { return index_.id(number); }
  std::optional<ObjectNumber> find(const ObjectId& id) const { return index_.find(id); }

  const PackIndex& index() const { return index_; }
  const PackFile& file() const { return file_; }

 private:
  Pack(PackFile file, PackIndex index)
      : file_(std::move(file)), index_(std::move(index)) {}

  PackFile file_;
  PackIndex index_;
};

}  // namespace leaksieve
