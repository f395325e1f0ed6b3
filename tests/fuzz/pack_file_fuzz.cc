// A whole pack of any bytes, with an index that is right about where entries begin: the
// header, the links between deltas, inflating, rebuilding. The input: one byte for the
// count of entries, for each two bytes of length, then the bytes of all.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scanner/source/pack/forest_reader.h"

namespace {

using leaksieve::ForestReader;
using leaksieve::ObjectType;

std::string big_endian(std::uint32_t value) {
  std::string text;
  for (int shift = 24; shift >= 0; shift -= 8) {
    text.push_back(static_cast<char>(value >> shift));
  }
  return text;
}

void write(const std::string& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// Id n is n and nineteen zeros, so that the fuzzer can name a base.
std::string index_of(const std::vector<std::uint32_t>& offsets) {
  std::string index("\377tOc\0\0\0\2", 8);
  const auto count = static_cast<std::uint32_t>(offsets.size());
  for (std::uint32_t first = 0; first < 256; ++first) {
    index += big_endian(std::min(first + 1, count));
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    index += static_cast<char>(i) + std::string(19, '\0');
  }
  index.append(4 * std::size_t{count}, '\0');
  for (const std::uint32_t offset : offsets) index += big_endian(offset);
  return index + std::string(40, 'c');
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string stem =
      (std::filesystem::temp_directory_path() / "pack_file_fuzz-XXXXXX").string();
  static std::string folder = stem;
  static const char* const made = ::mkdtemp(folder.data());
  if (made == nullptr) std::abort();
  if (size < 1 || size < 1 + 2 * std::size_t{data[0]}) return 0;
  const std::size_t count = data[0];
  std::string_view content(reinterpret_cast<const char*>(data), size);
  content.remove_prefix(1 + 2 * count);
  std::string pack =
      std::string("PACK\0\0\0\2", 8) + big_endian(static_cast<std::uint32_t>(count));
  std::vector<std::uint32_t> offsets;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t length = data[1 + 2 * i] | std::size_t{data[2 + 2 * i]} << 8;
    offsets.push_back(static_cast<std::uint32_t>(pack.size()));
    pack += content.substr(0, length);
    content.remove_prefix(std::min(length, content.size()));
  }
  pack.append(20, 'c');
  write(folder + "/p.pack", pack);
  write(folder + "/p.idx", index_of(offsets));

  const auto opened = leaksieve::Pack::open(folder + "/p.idx");
  if (!opened) return 0;
  leaksieve::LeftOvers left;
  const auto forest = leaksieve::DeltaForest::link(*opened, left);
  ForestReader::Limits limits;
  limits.max_bytes = 1 << 20;
  limits.memory = data[size - 1] % 2 == 0 ? 1 << 30 : 1000;
  std::size_t given = 0;
  for (int type = 0; type < 4; ++type) {
    const auto plan = forest.plan(static_cast<ObjectType>(type));
    ForestReader reader(forest, limits);
    for (const auto& chunk : plan.chunks(100)) {
      reader.visit(
          plan, chunk.begin, chunk.end,
          [&](const leaksieve::PackObject& object) {
            ++given;
            if (object.bytes.size() > limits.max_bytes) std::abort();
            if (forest.type(object.number) != object.type) std::abort();
          },
          left);
    }
  }
  if (given + left.size() != opened->size()) std::abort();
  return 0;
}
