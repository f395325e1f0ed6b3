#pragma once

#include <doctest/doctest.h>
#include <libdeflate.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/file.h"
#include "scanner/model/object_id.h"
#include "scanner/source/pack/pack_file.h"

namespace leaksieve::test {

/// A pack made by hand, so that it can be wrong.
struct EntryToPack {
  ObjectId id;
  EntryKind kind = EntryKind::blob;
  std::string content;                      ///< an object, or a delta
  std::size_t base = 0;                     ///< of an offset_delta: which entry
  ObjectId base_id;                         ///< of an id_delta
  std::optional<std::uint64_t> size_claim;  ///< instead of the content's
  std::optional<std::string> compressed;    ///< instead of the compressed content
};

struct PackBytes {
  std::string pack;
  std::string index;
  std::vector<std::uint64_t> offsets;  ///< by entry
};

/// An id that begins with `first` and has `rest` in its last two bytes.
inline ObjectId id_of(unsigned first, unsigned rest = 0) {
  ObjectId id;
  id.bytes[0] = static_cast<std::uint8_t>(first);
  id.bytes[18] = static_cast<std::uint8_t>(rest >> 8);
  id.bytes[19] = static_cast<std::uint8_t>(rest);
  return id;
}

inline std::string big_endian(std::uint64_t value, int bytes) {
  std::string text;
  while (bytes-- > 0) text.push_back(static_cast<char>(value >> 8 * bytes));
  return text;
}

inline std::string bytes_of(const ObjectId& id) {
  return {id.bytes.begin(), id.bytes.end()};
}

inline std::string compress(std::string_view bytes) {
  const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)>
      compressor(libdeflate_alloc_compressor(6), libdeflate_free_compressor);
  std::string out(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(),
                                      out.data(), out.size()));
  return out;
}

inline std::string entry_header(EntryKind kind, std::uint64_t size) {
  std::string out(1, static_cast<char>(static_cast<unsigned>(kind) << 4 | (size & 15)));
  for (size >>= 4; size > 0; size >>= 7) {
    out.back() = static_cast<char>(static_cast<unsigned char>(out.back()) | 0x80U);
    out.push_back(static_cast<char>(size & 127));
  }
  return out;
}

inline std::string base_distance(std::uint64_t distance) {
  std::string out(1, static_cast<char>(distance & 127));
  while ((distance >>= 7) > 0) {
    out.insert(out.begin(), static_cast<char>((--distance & 127) | 128));
  }
  return out;
}

/// The index of objects that lie at these offsets. 64-bit offsets if asked for.
inline std::string index_bytes(std::vector<std::pair<ObjectId, std::uint64_t>> objects,
                               bool wide = false) {
  std::sort(objects.begin(), objects.end());
  std::string index("\377tOc\0\0\0\2", 8);
  for (unsigned first = 0; first < 256; ++first) {
    index += big_endian(
        static_cast<std::uint64_t>(std::count_if(
            objects.begin(), objects.end(),
            [first](const auto& object) { return object.first.bytes[0] <= first; })),
        4);
  }
  for (const auto& [id, offset] : objects) index += bytes_of(id);
  index.append(4 * objects.size(),
               '\0');  // checksums of the entries, which nobody reads
  std::string long_offsets;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    index += big_endian(wide ? 0x80000000U | i : objects[i].second, 4);
    if (wide) long_offsets += big_endian(objects[i].second, 8);
  }
  return index + long_offsets + std::string(20, 'c') + std::string(20, 'i');
}

inline PackBytes pack_bytes(const std::vector<EntryToPack>& entries) {
  PackBytes made;
  made.pack = std::string("PACK\0\0\0\2", 8) + big_endian(entries.size(), 4);
  std::vector<std::pair<ObjectId, std::uint64_t>> objects;
  for (const EntryToPack& entry : entries) {
    const std::uint64_t offset = made.pack.size();
    made.offsets.push_back(offset);
    objects.emplace_back(entry.id, offset);
    made.pack +=
        entry_header(entry.kind, entry.size_claim.value_or(entry.content.size()));
    if (entry.kind == EntryKind::offset_delta) {
      made.pack += base_distance(offset - made.offsets[entry.base]);
    } else if (entry.kind == EntryKind::id_delta) {
      made.pack += bytes_of(entry.base_id);
    }
    made.pack += entry.compressed ? *entry.compressed : compress(entry.content);
  }
  made.pack.append(20, 'c');
  made.index = index_bytes(std::move(objects));
  return made;
}

inline FileBytes file_bytes(std::string_view bytes) {
  FileBytes file;
  file.data = BulkBytes(bytes.size());
  std::copy(bytes.begin(), bytes.end(), file.data.get());
  file.size = bytes.size();
  return file;
}

inline void write_bytes(const std::string& path, std::string_view bytes) {
  std::ofstream stream(path, std::ios::binary | std::ios::trunc);
  stream << bytes;
  REQUIRE(stream.flush().good());
}

/// Writes STEM.pack and STEM.idx.
inline void write_pack(const std::string& stem, const PackBytes& made) {
  write_bytes(stem + ".pack", made.pack);
  write_bytes(stem + ".idx", made.index);
}

/// A size as deltas begin with it.
inline std::string delta_size(std::uint64_t size) {
  std::string out(1, static_cast<char>(size & 127));
  while ((size >>= 7) > 0) {
    out.back() = static_cast<char>(static_cast<unsigned char>(out.back()) | 0x80U);
    out.push_back(static_cast<char>(size & 127));
  }
  return out;
}

/// The instruction to copy from the base, with all seven bytes.
inline std::string copy_step(std::uint64_t begin, std::uint64_t size) {
  std::string out("\xff");
  for (int i = 0; i < 4; ++i) out.push_back(static_cast<char>(begin >> 8 * i));
  for (int i = 0; i < 3; ++i) out.push_back(static_cast<char>(size >> 8 * i));
  return out;
}

/// Up to 127 bytes.
inline std::string insert_step(std::string_view text) {
  return std::string(1, static_cast<char>(text.size())) + std::string(text);
}

/// The delta that puts `text` behind all of a base.
inline std::string appending_delta(std::uint64_t base_size, std::string_view text) {
  // A copy of nothing cannot be written: size 0 stands for 65536.
  return delta_size(base_size) + delta_size(base_size + text.size()) +
         (base_size > 0 ? copy_step(0, base_size) : "") + insert_step(text);
}

}  // namespace leaksieve::test
