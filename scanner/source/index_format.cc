#include "scanner/source/index_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

#include "scanner/base/big_endian.h"

namespace leaksieve {
namespace {

constexpr std::size_t kIdSize = sizeof(ObjectId::bytes);
constexpr std::size_t kHeaderSize = 12;  ///< "DIRC", version, count of entries

// An entry: ten 32-bit numbers (times, device, inode, mode, owner, size), the id,
// flags.
constexpr std::size_t kModeOffset = 24;
constexpr std::size_t kIdOffset = 40;
constexpr std::size_t kFlagsOffset = kIdOffset + kIdSize;
constexpr std::size_t kFixedSize = kFlagsOffset + 2;
/// The fixed part and the path's NUL, padded (versions 2, 3) or with a number (4).
constexpr std::size_t kMinEntrySize = 64;

constexpr unsigned kAssumeValid = 0x8000;
constexpr unsigned kExtended = 0x4000;
constexpr unsigned kLengthMask = 0x0fff;
// The second flags, of which git refuses all bits but these.
constexpr unsigned kSkipWorktree = 0x4000;
constexpr unsigned kIntentToAdd = 0x2000;

ObjectId id_at(const char* bytes) {
  ObjectId id;
  std::memcpy(id.bytes.data(), bytes, kIdSize);
  return id;
}

/// Memory for many short texts, which stay where they are.
class Texts {
 public:
  /// All texts together have at most `budget` bytes; `guess` is how many they may have.
  Texts(std::size_t budget, std::size_t guess)
      : budget_(budget), block_(std::clamp<std::size_t>(guess / 2, 4096, 2 << 20)) {}

  /// The two texts as one; nullopt if the budget is used up.
  std::optional<std::string_view> join(std::string_view head, std::string_view tail) {
    const std::size_t size = head.size() + tail.size();
    if (size > budget_) return std::nullopt;
    budget_ -= size;
    if (size > left_) {
      left_ = std::max(size, block_);
      blocks_.emplace_back(left_);
      next_ = blocks_.back().get();
    }
    char* const text = next_;
    if (!head.empty()) std::memcpy(text, head.data(), head.size());
    if (!tail.empty()) std::memcpy(text + head.size(), tail.data(), tail.size());
    next_ += size;
    left_ -= size;
    return std::string_view(text, size);
  }

  std::vector<BulkBytes> take_blocks() && { return std::move(blocks_); }

 private:
  std::size_t budget_;
  std::size_t block_;
  std::vector<BulkBytes> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

/// Reads the entries one after the other. `next` gives nullptr, or what is wrong.
class EntryReader {
 public:
  /// `bytes` are those between the header and the checksum.
  EntryReader(std::string_view bytes, bool compressed)
      : at_(bytes.data()),
        end_(bytes.data() + bytes.size()),
        compressed_(compressed),
        // Real paths grow to less than five times what version 4 needs for an entry; a
        // file made for it could claim the square of its size.
        texts_(16 * bytes.size() + std::size_t{1024} * 1024, bytes.size()) {}

  const char* next(const IndexEntry* previous, IndexEntry& entry) {
    const char* const start = at_;
    if (remaining() < kMinEntrySize) return "is cut off";
    entry.mode = read_big_endian<std::uint32_t>(at_ + kModeOffset);
    entry.id = id_at(at_ + kIdOffset);
    const unsigned flags = read_big_endian<std::uint16_t>(at_ + kFlagsOffset);
    entry.assume_valid = (flags & kAssumeValid) != 0;
    entry.stage = static_cast<std::uint8_t>(flags >> 12 & 3);
    at_ += kFixedSize;
    if ((flags & kExtended) != 0) {
      const unsigned more = read_big_endian<std::uint16_t>(at_);
      at_ += 2;
      if ((more & ~(kSkipWorktree | kIntentToAdd)) != 0) return "has unknown flags";
      entry.skip_worktree = (more & kSkipWorktree) != 0;
      entry.intent_to_add = (more & kIntentToAdd) != 0;
    }

    const std::string_view before =
        previous != nullptr ? previous->path : std::string_view();
    std::size_t kept = 0;
    if (compressed_) {
      const auto dropped = take_number();
      if (!dropped || *dropped > before.size()) return "has a damaged path";
      kept = before.size() - *dropped;
    }
    const void* const nul = std::memchr(at_, '\0', remaining());
    if (nul == nullptr) return "is cut off";
    const std::string_view written(
        at_, static_cast<std::size_t>(static_cast<const char*>(nul) - at_));
    at_ += written.size() + 1;
    entry.path = written;
    if (compressed_) {
      const auto joined = texts_.join(before.substr(0, kept), written);
      if (!joined) return "has a path that is far too long";
      entry.path = *joined;
    } else {
      // Padded to a multiple of eight bytes.
      const auto size = static_cast<std::size_t>(at_ - start);
      const std::size_t padding = (8 - size % 8) % 8;
      if (remaining() < padding) return "is cut off";
      at_ += padding;
    }
    if (std::min<std::size_t>(entry.path.size(), kLengthMask) !=
        (flags & kLengthMask)) {
      return "lies about the length of its path";
    }
    if (previous != nullptr && !in_order(*previous, entry, kept)) {
      return "is out of order";
    }
    return check_kind(entry);
  }

  std::string_view rest() const { return {at_, remaining()}; }
  std::vector<BulkBytes> take_paths() && { return std::move(texts_).take_blocks(); }

 private:
  std::size_t remaining() const { return static_cast<std::size_t>(end_ - at_); }

  /// The encoding of pack offsets: seven bits a byte, most significant first, and each
  /// byte but the last adds one.
  std::optional<std::size_t> take_number() {
    std::size_t value = 0;
    while (at_ < end_) {
      const auto byte = static_cast<unsigned char>(*at_++);
      value = value << 7 | (byte & 0x7fU);
      if ((byte & 0x80U) == 0) return value;
      if (++value >> 32 != 0) return std::nullopt;
    }
    return std::nullopt;
  }

  /// Both paths begin with the same `common` bytes (not necessarily the longest).
  static bool in_order(const IndexEntry& a, const IndexEntry& b, std::size_t common) {
    if (b.path.empty()) return a.path.empty();
    const int order = a.path.substr(common).compare(b.path.substr(common));
    return order < 0 || (order == 0 && a.stage < b.stage);
  }

  static const char* check_kind(const IndexEntry& entry) {
    switch (entry.mode & 0170000) {
      case 0100000:
      case 0120000:
      case 0160000:
        return entry.path.ends_with('/') ? "has a path that ends in '/'" : nullptr;
      case 0040000:
        return entry.mode != 0040000 ||
                       !(entry.path.empty() || entry.path.ends_with('/'))
                   ? "is a damaged directory"
                   : nullptr;
      default:
        return "has an unknown mode";
    }
  }

  const char* at_;
  const char* end_;
  bool compressed_;
  Texts texts_;
};

/// Notes in `parts` what the extensions say; `data` are all of them.
Result<void> read_extensions(std::string_view data, IndexParts& parts) {
  while (!data.empty()) {
    if (data.size() < 8) return Error{"index ends in the middle of an extension"};
    const std::string_view name = data.substr(0, 4);
    const std::size_t size = read_big_endian<std::uint32_t>(data.data() + 4);
    data.remove_prefix(8);
    if (size > data.size()) return Error{"index ends in the middle of an extension"};
    const std::string_view content = data.substr(0, size);
    data.remove_prefix(size);
    if (name == "TREE") {
      parts.cached_trees = content;
    } else if (name == "link") {
      if (parts.link) return Error{"index has two extensions 'link'"};
      parts.link = content;
    } else if (name == "sdir") {
      parts.sparse = true;
    } else if (name[0] < 'A' || name[0] > 'Z') {
      const bool printable = std::all_of(name.begin(), name.end(),
                                         [](char c) { return c > ' ' && c < '\x7f'; });
      return Error{fmt::format(
          "index has an extension that must be understood and is unknown: {}",
          printable
              ? fmt::format("'{}'", name)
              : fmt::format("0x{:08x}", read_big_endian<std::uint32_t>(name.data())))};
    }
  }
  return {};
}

}  // namespace

Result<IndexParts> parse_index(std::string_view bytes) {
  if (bytes.size() < kHeaderSize + kIdSize) return Error{"index is too short"};
  if (!bytes.starts_with("DIRC"))
    return Error{"not an index: does not start with DIRC"};
  const auto version = read_big_endian<std::uint32_t>(bytes.data() + 4);
  const std::size_t count = read_big_endian<std::uint32_t>(bytes.data() + 8);
  if (version < 2 || version > 4) {
    return Error{fmt::format("index has version {}, known are 2 to 4", version)};
  }
  IndexParts parts;
  parts.checksum = id_at(bytes.data() + bytes.size() - kIdSize);
  bytes.remove_suffix(kIdSize);
  bytes.remove_prefix(kHeaderSize);
  if (count > bytes.size() / kMinEntrySize) {
    return Error{
        fmt::format("index says it has {} entries, and is too short for them", count)};
  }

  EntryReader reader(bytes, version == 4);
  parts.entries.reserve(count);
  bool directories = false;
  for (std::size_t i = 0; i < count; ++i) {
    const IndexEntry* const previous = i > 0 ? &parts.entries.back() : nullptr;
    IndexEntry& entry = parts.entries.emplace_back();
    if (const char* const fault = reader.next(previous, entry)) {
      return Error{fmt::format("index entry {} of {} {}", i + 1, count, fault)};
    }
    if (entry.path.empty()) ++parts.unnamed;
    directories = directories || entry.is_sparse_directory();
  }
  SCANNER_CHECK(read_extensions(reader.rest(), parts));
  parts.paths = std::move(reader).take_paths();
  if (directories && !parts.sparse) {
    return Error{"index has directories, but no extension 'sdir'"};
  }
  if (parts.unnamed > 0 && !parts.link) {
    return Error{"index has entries without a path, but no extension 'link'"};
  }
  return parts;
}

}  // namespace leaksieve
