#include "scanner/source/pack/index_entries.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <string>

#include "scanner/base/big_endian.h"

namespace leaksieve {
namespace {

constexpr std::size_t kIdSize = sizeof(ObjectId::bytes);
constexpr std::size_t kIds = 8 + 256 * 4;      ///< where they begin
constexpr std::size_t kEntry = kIdSize + 8;    ///< id, checksum, offset
constexpr std::uint32_t kIsLong = 0x80000000;  ///< the offset is among the 64-bit ones

void append(std::string& bytes, std::uint64_t value, int size) {
  while (size-- > 0) bytes.push_back(static_cast<char>(value >> 8 * size));
}

}  // namespace

PackIndexEntries read_pack_index_entries(std::string_view bytes) {
  constexpr std::string_view kStart("\377tOc\0\0\0\2", 8);
  if (bytes.size() < kIds || !bytes.starts_with(kStart)) return {};
  const std::size_t claimed = read_big_endian<std::uint32_t>(bytes.data() + kIds - 4);
  const std::size_t count = std::min(claimed, (bytes.size() - kIds) / kEntry);
  // The tables stand where the claim says, even if the last of them is cut off.
  const std::size_t offsets = kIds + claimed * (kIdSize + 4);
  const std::size_t longs = offsets + claimed * 4;
  PackIndexEntries entries;
  entries.reserve(count);
  for (std::size_t i = 0; i < count && offsets + 4 * (i + 1) <= bytes.size(); ++i) {
    PackIndexEntry entry;
    std::memcpy(entry.id.bytes.data(), bytes.data() + kIds + kIdSize * i, kIdSize);
    entry.offset = read_big_endian<std::uint32_t>(bytes.data() + offsets + 4 * i);
    if ((entry.offset & kIsLong) != 0) {
      const std::size_t at = longs + 8 * (entry.offset & ~std::uint64_t{kIsLong});
      if (at + 8 > bytes.size()) continue;
      entry.offset = read_big_endian<std::uint64_t>(bytes.data() + at);
    }
    entries.push_back(entry);
  }
  return entries;
}

PackIndexEntries plausible(PackIndexEntries entries, std::uint64_t pack_size) {
  constexpr std::uint64_t kHeader = 12;
  std::erase_if(entries, [&](const PackIndexEntry& entry) {
    return entry.offset < kHeader || pack_size < kHeader + kIdSize ||
           entry.offset >= pack_size - kIdSize;
  });
  const auto by_offset = [](const PackIndexEntry& a, const PackIndexEntry& b) {
    return a.offset != b.offset ? a.offset < b.offset : a.id < b.id;
  };
  std::sort(entries.begin(), entries.end(), by_offset);
  entries.erase(std::unique(entries.begin(), entries.end(),
                            [](const PackIndexEntry& a, const PackIndexEntry& b) {
                              return a.offset == b.offset;
                            }),
                entries.end());
  std::sort(entries.begin(), entries.end());
  return entries;
}

FileBytes pack_index_file(const PackIndexEntries& entries,
                          const ObjectId& pack_checksum) {
  std::string bytes("\377tOc\0\0\0\2", 8);
  std::array<std::uint32_t, 256> counts{};
  for (const PackIndexEntry& entry : entries) ++counts[entry.id.bytes[0]];
  std::uint32_t sum = 0;
  for (const std::uint32_t count : counts) append(bytes, sum += count, 4);
  for (const PackIndexEntry& entry : entries) {
    bytes.append(reinterpret_cast<const char*>(entry.id.bytes.data()), kIdSize);
  }
  bytes.append(4 * entries.size(), '\0');
  std::string longs;
  for (const PackIndexEntry& entry : entries) {
    if (entry.offset < kIsLong) {
      append(bytes, entry.offset, 4);
    } else {
      append(bytes, kIsLong | longs.size() / 8, 4);
      append(longs, entry.offset, 8);
    }
  }
  bytes += longs;
  bytes.append(reinterpret_cast<const char*>(pack_checksum.bytes.data()), kIdSize);
  bytes.append(kIdSize, '\0');
  FileBytes file;
  file.data = BulkBytes(bytes.size());
  file.size = bytes.size();
  std::memcpy(file.data.get(), bytes.data(), bytes.size());
  return file;
}

}  // namespace leaksieve
