#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "scanner/base/fd.h"
#include "scanner/base/result.h"
#include "scanner/model/object_id.h"

namespace leaksieve {

/// What an entry of a pack is, numbered as the pack does.
enum class EntryKind : std::uint8_t {
  commit = 1,
  tree = 2,
  blob = 3,
  tag = 4,
  offset_delta = 6,
  id_delta = 7,
};

constexpr bool is_delta(EntryKind kind) { return kind >= EntryKind::offset_delta; }

/// The beginning of an entry, before its compressed bytes.
struct EntryHeader {
  EntryKind kind = EntryKind::blob;
  std::uint8_t header_size = 0;   ///< bytes, the base's name included
  std::uint64_t size = 0;         ///< of what is compressed, expanded; a claim
  std::uint64_t base_offset = 0;  ///< for an offset_delta: bytes from the pack's start
  ObjectId base_id;               ///< for an id_delta
};

/// The longest header: ten bytes of size, then a base's id (or ten bytes of offset).
inline constexpr std::size_t kMaxEntryHeader = 30;

/// Reads the header that `bytes` begin with. `offset` is where they lie in the pack.
/// Nullopt if they end too early, the kind is unknown, a number has more than 64 bits,
/// or the base would lie before the pack or not before its delta.
///
/// Source: https://git-scm.com/docs/pack-format, "pack-*.pack files have the following
/// format".
std::optional<EntryHeader> parse_entry_header(std::string_view bytes,
                                              std::uint64_t offset);

/// A pack, read with pread: one that is truncated while it is read is a read that
/// fails. May be used from several threads at once.
class PackFile {
 public:
  /// Fails if the file cannot be read or is no pack of version 2 or 3. An Error names
  /// the path.
  static Result<PackFile> open(const std::string& path);

  const std::string& path() const { return path_; }
  /// In bytes, when it was opened.
  std::uint64_t size() const { return size_; }
  /// How many objects the header claims.
  std::uint32_t object_count() const { return object_count_; }
  /// The last 20 bytes.
  const ObjectId& checksum() const { return checksum_; }

  /// Reads `size` bytes that begin at `offset`. False if they are not all there.
  bool read(std::uint64_t offset, char* bytes, std::size_t size) const;

 private:
  PackFile() = default;

  Fd fd_;
  std::string path_;
  std::uint64_t size_ = 0;
  std::uint32_t object_count_ = 0;
  ObjectId checksum_;
};

}  // namespace leaksieve
