#include "scanner/source/pack/multi_pack_index.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>

#include "scanner/base/big_endian.h"

namespace leaksieve {
namespace {

constexpr std::size_t kIdSize = sizeof(ObjectId::bytes);
constexpr std::size_t kHeader = 12;
constexpr std::size_t kTableRow = 12;  ///< a chunk's name and where it begins
constexpr std::uint32_t kIsLong = 0x80000000;

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  return read_big_endian<std::uint32_t>(bytes.data() + at);
}

// The chunk of that name; nullopt if there is none, or it does not lie in the file.
// Each ends where the next row of the table says that another begins.
std::optional<std::string_view> chunk_named(std::string_view bytes,
                                            std::string_view name, std::size_t chunks) {
  for (std::size_t i = 0; i < chunks; ++i) {
    const std::size_t row = kHeader + kTableRow * i;
    if (bytes.substr(row, 4) != name) continue;
    const auto begin = read_big_endian<std::uint64_t>(bytes.data() + row + 4);
    const auto end = read_big_endian<std::uint64_t>(bytes.data() + row + kTableRow + 4);
    if (begin > end || end > bytes.size()) return std::nullopt;
    return bytes.substr(begin, end - begin);
  }
  return std::nullopt;
}

std::vector<IndexedPack> named(std::string_view names, std::size_t count) {
  std::vector<IndexedPack> packs;
  for (std::size_t i = 0; i < count && !names.empty(); ++i) {
    const std::size_t end = names.find('\0');
    if (end == std::string_view::npos) break;
    packs.push_back({std::string(names.substr(0, end)), {}});
    names.remove_prefix(end + 1);
  }
  return packs;
}

}  // namespace

Result<std::vector<IndexedPack>> parse_multi_pack_index(std::string_view bytes) {
  if (bytes.size() < kHeader || !bytes.starts_with("MIDX")) {
    return Error{"not a multi-pack-index"};
  }
  if (bytes[4] != 1) return Error{"multi-pack-index has an unknown version"};
  if (bytes[5] != 1) return Error{"multi-pack-index is of SHA-256"};
  const auto chunks = static_cast<std::size_t>(static_cast<unsigned char>(bytes[6]));
  const std::size_t pack_count = number_at(bytes, 8);
  if (bytes.size() < kHeader + kTableRow * (chunks + 1)) {
    return Error{"multi-pack-index is cut off"};
  }
  const auto names = chunk_named(bytes, "PNAM", chunks);
  const auto ids = chunk_named(bytes, "OIDL", chunks);
  const auto offsets = chunk_named(bytes, "OOFF", chunks);
  const auto longs = chunk_named(bytes, "LOFF", chunks);
  if (!names || !ids || !offsets || ids->size() % kIdSize != 0 ||
      offsets->size() / 8 != ids->size() / kIdSize) {
    return Error{"multi-pack-index is damaged"};
  }
  std::vector<IndexedPack> packs = named(*names, pack_count);
  if (packs.size() != pack_count) return Error{"multi-pack-index lacks names of packs"};
  for (std::size_t i = 0; i < ids->size() / kIdSize; ++i) {
    PackIndexEntry entry;
    std::memcpy(entry.id.bytes.data(), ids->data() + kIdSize * i, kIdSize);
    const std::size_t pack = number_at(*offsets, 8 * i);
    entry.offset = number_at(*offsets, 8 * i + 4);
    // Without the chunk, all 32 bits are the offset.
    if (longs && (entry.offset & kIsLong) != 0) {
      const std::size_t at = 8 * (entry.offset & ~std::uint64_t{kIsLong});
      if (at + 8 > longs->size()) return Error{"multi-pack-index lacks an offset"};
      entry.offset = read_big_endian<std::uint64_t>(longs->data() + at);
    }
    if (pack >= packs.size()) return Error{"multi-pack-index lacks a pack"};
    packs[pack].entries.push_back(entry);
  }
  return packs;
}

}  // namespace leaksieve
