#include "scanner/source/pack/pack_index.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "scanner/base/big_endian.h"

namespace leaksieve {
namespace {

constexpr std::size_t kIdSize = sizeof(ObjectId::bytes);
constexpr std::size_t kFanoutOffset = 8;  ///< after the magic number and the version
constexpr std::size_t kIdsOffset = kFanoutOffset + 256 * 4;
constexpr std::size_t kTrailerSize = 2 * kIdSize;
constexpr std::uint64_t kPackHeader = 12;
constexpr std::uint32_t kIsLong = 0x80000000;  ///< the offset is among the 64-bit ones

std::uint32_t number_at(const char* bytes) {
  return read_big_endian<std::uint32_t>(bytes);
}

struct Place {
  std::uint64_t offset = 0;
  std::uint32_t position = 0;  ///< among the sorted ids
};

/// By offset; `largest` is a bound for them. Digit by digit, the least significant
/// first: a tenth of the time that comparisons take.
void sort_by_offset(std::vector<Place>& places, std::uint64_t largest) {
  constexpr int kBits = 11;
  std::vector<Place> sorted(places.size());
  for (int shift = 0; shift < 64 && largest >> shift != 0; shift += kBits) {
    std::array<std::uint32_t, (1 << kBits) + 1> begins{};
    const auto digit = [shift](const Place& place) {
      return static_cast<std::size_t>(place.offset >> shift & ((1 << kBits) - 1));
    };
    for (const Place& place : places) ++begins[digit(place) + 1];
    for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
    for (const Place& place : places) sorted[begins[digit(place)]++] = place;
    places.swap(sorted);
  }
}

/// Nullptr, or what is wrong with the ids or with the fanout, which for each first byte
/// counts the ids up to it.
const char* fault_of_ids(const char* fanout, const char* ids, std::size_t count) {
  std::uint32_t position = 0;
  for (std::size_t first = 0; first < 256; ++first) {
    const std::uint32_t end = number_at(fanout + 4 * first);
    if (end < position || end > count) return "the fanout of the pack index falls";
    for (; position < end; ++position) {
      const char* const id = ids + kIdSize * position;
      if (static_cast<unsigned char>(id[0]) != first) {
        return "the fanout of the pack index does not fit its ids";
      }
      if (position > 0 && std::memcmp(id - kIdSize, id, kIdSize) > 0) {
        return "the ids of the pack index are not sorted";
      }
    }
  }
  return nullptr;
}

}  // namespace

Result<PackIndex> PackIndex::parse(FileBytes file, std::uint64_t pack_size) {
  const std::string_view bytes = file.view();
  if (bytes.size() < kIdsOffset + kTrailerSize) return Error{"pack index is too short"};
  if (!bytes.starts_with("\377tOc")) {
    return Error{"pack index is not of version 2 (git index-pack makes one)"};
  }
  if (number_at(bytes.data() + 4) != 2)
    return Error{"pack index has an unknown version"};
  if (pack_size < kPackHeader + kIdSize) return Error{"pack is too short"};

  const char* const fanout = bytes.data() + kFanoutOffset;
  const std::size_t count = number_at(fanout + std::size_t{4} * 255);
  // An object: its id, a checksum of its entry, an offset. Then the 64-bit offsets.
  const std::size_t room = bytes.size() - kIdsOffset - kTrailerSize;
  if (count > room / (kIdSize + 8)) {
    return Error{"pack index says it has more objects than fit into it"};
  }
  const std::size_t long_bytes = room - count * (kIdSize + 8);
  const std::size_t long_count = long_bytes / 8;
  if (long_bytes % 8 != 0 || long_count > count) {
    return Error{"pack index has another size than its objects need"};
  }
  const char* const ids = bytes.data() + kIdsOffset;
  if (const char* const fault = fault_of_ids(fanout, ids, count)) return Error{fault};

  const char* const offsets = ids + count * (kIdSize + 4);
  const char* const long_offsets = offsets + 4 * count;
  const std::uint64_t end = pack_size - kIdSize;
  std::vector<Place> places(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint64_t offset = number_at(offsets + std::size_t{4} * i);
    if ((offset & kIsLong) != 0) {
      const std::size_t which = offset & ~kIsLong;
      if (which >= long_count) return Error{"pack index lacks a 64-bit offset"};
      offset = read_big_endian<std::uint64_t>(long_offsets + 8 * which);
    }
    if (offset < kPackHeader || offset >= end) {
      return Error{"pack index has an offset outside the pack"};
    }
    places[i] = {offset, i};
  }
  sort_by_offset(places, end);

  PackIndex index;
  index.offsets_.resize(count + 1);
  index.positions_.resize(count);
  index.numbers_.resize(count);
  for (ObjectNumber number = 0; number < count; ++number) {
    const Place& place = places[number];
    if (number > 0 && places[number - 1].offset == place.offset) {
      return Error{"pack index has two objects at one offset"};
    }
    index.offsets_[number] = place.offset;
    index.positions_[number] = place.position;
    index.numbers_[place.position] = number;
  }
  index.offsets_[count] = end;
  index.file_ = std::move(file);
  index.divide();
  return index;
}

void PackIndex::divide() {
  // As many blocks as objects, or up to twice as many.
  const std::uint64_t end = offsets_.back();
  const std::uint64_t block = end / offsets_.size();
  block_shift_ = std::bit_width(block) - (block == 0 ? 0 : 1);
  blocks_.resize(static_cast<std::size_t>(end >> block_shift_) + 2);
  ObjectNumber number = 0;
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    while (number < size() && offsets_[number] >> block_shift_ < i) ++number;
    blocks_[i] = number;
  }
}

const char* PackIndex::id_bytes(std::uint32_t position) const {
  return file_.data.get() + kIdsOffset + kIdSize * position;
}

ObjectId PackIndex::id(ObjectNumber number) const {
  ObjectId id;
  std::memcpy(id.bytes.data(), id_bytes(positions_[number]), kIdSize);
  return id;
}

std::optional<ObjectNumber> PackIndex::find(const ObjectId& id) const {
  const char* const fanout = file_.data.get() + kFanoutOffset;
  const std::size_t first = id.bytes[0];
  std::uint32_t begin = first == 0 ? 0 : number_at(fanout + 4 * (first - 1));
  std::uint32_t end = number_at(fanout + 4 * first);
  if (begin == end) return std::nullopt;
  // Ids are hashes, so the bytes after the first tell about where it is among those
  // that begin alike; from there in growing steps to both sides of it, then by halves.
  const std::uint64_t share = number_at(reinterpret_cast<const char*>(&id.bytes[1]));
  std::uint32_t middle =
      begin + static_cast<std::uint32_t>(share * (end - begin) >> 32);
  for (std::uint32_t step = 8; begin < end; step *= 2) {
    const int order = std::memcmp(id_bytes(middle), id.bytes.data(), kIdSize);
    if (order == 0) return numbers_[middle];
    if (order < 0) {
      begin = middle + 1;
      middle = end - begin > step ? begin + step : begin + (end - begin) / 2;
    } else {
      end = middle;
      middle = end - begin > step ? end - step : begin + (end - begin) / 2;
    }
  }
  return std::nullopt;
}

std::optional<ObjectNumber> PackIndex::find_offset(std::uint64_t offset) const {
  if (offset >= offsets_.back()) return std::nullopt;
  const auto block = static_cast<std::size_t>(offset >> block_shift_);
  const auto begin = offsets_.begin() + blocks_[block];
  const auto end = offsets_.begin() + blocks_[block + 1];
  const auto found = std::lower_bound(begin, end, offset);
  if (found == end || *found != offset) return std::nullopt;
  return static_cast<ObjectNumber>(found - offsets_.begin());
}

ObjectId PackIndex::pack_checksum() const {
  ObjectId id;
  std::memcpy(id.bytes.data(), file_.data.get() + file_.size - kTrailerSize, kIdSize);
  return id;
}

}  // namespace leaksieve
