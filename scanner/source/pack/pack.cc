#include "scanner/source/pack/pack.h"

#include <fmt/format.h>

#include <utility>

#include "scanner/base/file.h"

namespace leaksieve {

Result<Pack> Pack::open(const std::string& index_path) {
  constexpr std::string_view kIndexSuffix = ".idx";
  if (!index_path.ends_with(kIndexSuffix)) {
    return Error{fmt::format("{} is not named like the index of a pack", index_path)};
  }
  const std::string stem =
      index_path.substr(0, index_path.size() - kIndexSuffix.size());
  SCANNER_TRY(PackFile file, PackFile::open(stem + ".pack"));
  SCANNER_TRY(std::optional<FileBytes> bytes, read_bytes(index_path));
  if (!bytes) return Error{fmt::format("cannot read {}: no such file", index_path)};
  auto index = PackIndex::parse(*std::move(bytes), file.size());
  if (!index) {
    return Error{fmt::format("cannot read {}: {}", index_path, index.error().message)};
  }
  if (index->size() != file.object_count()) {
    return Error{fmt::format("{} has {} objects, its index {}", file.path(),
                             file.object_count(), index->size())};
  }
  if (index->pack_checksum() != file.checksum()) {
    return Error{fmt::format("{} does not belong to its index", file.path())};
  }
  return Pack(std::move(file), std::move(index).value());
}

Result<Pack> Pack::salvage(const std::string& pack_path, PackIndexEntries entries) {
  SCANNER_TRY(PackFile file, PackFile::open(pack_path));
  entries = plausible(std::move(entries), file.size());
  if (entries.empty())
    return Error{fmt::format("no index says what {} holds", pack_path)};
  SCANNER_TRY(PackIndex index,
              PackIndex::parse(pack_index_file(entries, file.checksum()), file.size()));
  return Pack(std::move(file), std::move(index));
}

}  // namespace leaksieve
