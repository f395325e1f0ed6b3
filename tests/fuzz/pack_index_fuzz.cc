// The reader of pack indexes on any bytes: four bytes for the size of the pack, then
// the index.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "scanner/source/pack/pack_index.h"

using leaksieve::FileBytes;
using leaksieve::ObjectNumber;
using leaksieve::PackIndex;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 4) return 0;
  std::uint32_t pack_size = 0;
  std::memcpy(&pack_size, data, 4);
  FileBytes file;
  file.size = size - 4;
  file.data = leaksieve::BulkBytes(file.size);
  std::copy(data + 4, data + size, file.data.get());
  const auto index = PackIndex::parse(std::move(file), pack_size);
  if (!index) return 0;
  std::uint64_t end = 12;
  for (ObjectNumber number = 0; number < index->size(); ++number) {
    const std::uint64_t offset = index->offset(number);
    if (offset < end || index->span(number) == 0) std::abort();
    end = offset + index->span(number);
    if (index->find_offset(offset) != number) std::abort();
    const auto found = index->find(index->id(number));
    if (!found || index->id(*found) != index->id(number)) std::abort();
    if (index->span(number) > 1 && index->find_offset(offset + 1)) std::abort();
  }
  if (index->size() > 0 && end + 20 != pack_size) std::abort();
  if (index->find_offset(end)) std::abort();
  return 0;
}
