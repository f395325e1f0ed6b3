// A multi-pack-index of any bytes, and an index made of what it says.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "scanner/source/pack/multi_pack_index.h"
#include "scanner/source/pack/pack_index.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leaksieve;
  constexpr std::uint64_t kPackSize = 1 << 20;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)plausible(read_pack_index_entries(bytes), kPackSize);
  const auto packs = parse_multi_pack_index(bytes);
  if (!packs) return 0;
  for (const IndexedPack& pack : *packs) {
    const PackIndexEntries entries = plausible(pack.entries, kPackSize);
    const auto index = PackIndex::parse(pack_index_file(entries, {}), kPackSize);
    if (!index || index->size() != entries.size()) std::abort();
  }
  return 0;
}
