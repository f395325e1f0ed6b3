#include "scanner/source/history/object_table.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "scanner/base/ascii.h"
#include "scanner/base/file.h"
#include "scanner/source/pack/multi_pack_index.h"

namespace leaksieve {
namespace {

namespace fs = std::filesystem;

// More than libgit2 itself follows.
constexpr std::size_t kMostFolders = 64;

// The object folders of a repository: its own, then those that info/alternates name.
std::vector<std::string> object_folders(const git::Repository& repository) {
  std::vector<std::string> folders{repository.common_dir() + "objects"};
  std::set<std::string> seen(folders.begin(), folders.end());
  for (std::size_t i = 0; i < folders.size() && folders.size() < kMostFolders; ++i) {
    const auto alternates = read_file(folders[i] + "/info/alternates");
    if (!alternates) continue;
    std::string_view lines = *alternates;
    while (!lines.empty()) {
      const std::string_view line = take_line(lines);
      if (line.empty() || line.front() == '#') continue;
      const fs::path named{std::string(line)};
      std::string folder = named.is_absolute()
                               ? named.string()
                               : (fs::path(folders[i]) / named).string();
      if (seen.insert(folder).second) folders.push_back(std::move(folder));
    }
  }
  return folders;
}

// The packs of a folder, sorted: paths without ".pack" or ".idx", of which one may be
// missing.
std::vector<std::string> pack_stems(const std::string& folder) {
  std::set<std::string> stems;
  std::error_code error;
  for (fs::directory_iterator it(folder + "/pack", error), end; !error && it != end;
       it.increment(error)) {
    const std::string path = it->path().string();
    for (const std::string_view suffix : {".idx", ".pack"}) {
      if (path.ends_with(suffix)) {
        stems.insert(path.substr(0, path.size() - suffix.size()));
      }
    }
  }
  return {stems.begin(), stems.end()};
}

// What the multi-pack-index of a folder says, read when first asked.
class MultiPackIndex {
 public:
  MultiPackIndex(const std::string& folder, Diagnostics& diagnostics)
      : path_(folder + "/pack/multi-pack-index"), diagnostics_(diagnostics) {}

  PackIndexEntries entries_of(const std::string& stem) {
    if (!packs_) read();
    const std::string name = stem.substr(stem.rfind('/') + 1) + ".idx";
    for (IndexedPack& pack : *packs_) {
      if (pack.name == name) return std::move(pack.entries);
    }
    return {};
  }

 private:
  void read() {
    packs_.emplace();
    const auto bytes = read_bytes(path_);
    if (!bytes || !*bytes) return;
    auto packs = parse_multi_pack_index((*bytes)->view());
    if (packs) {
      packs_ = std::move(*packs);
    } else {
      diagnostics_.push_back(
          {Diagnostic::Level::warning, packs.error().message, path_, "", false});
    }
  }

  std::string path_;
  Diagnostics& diagnostics_;
  std::optional<std::vector<IndexedPack>> packs_;
};

// A pack by its own index; where that will not do, by the multi-pack-index, or by what
// can be true of its own.
Result<Pack> open_pack(const std::string& stem, MultiPackIndex& others,
                       Diagnostics& diagnostics) {
  const auto index = read_bytes(stem + ".idx");
  const bool has_index = index && index->has_value();
  auto pack = has_index ? Pack::open(stem + ".idx")
                        : Error{"the pack has no index (git index-pack makes one)"};
  if (pack) return pack;
  auto indexed = Pack::salvage(stem + ".pack", others.entries_of(stem));
  if (indexed) return indexed;
  if (!has_index) return pack;
  auto salvaged =
      Pack::salvage(stem + ".pack", read_pack_index_entries((*index)->view()));
  if (!salvaged) return pack;
  diagnostics.push_back(
      {Diagnostic::Level::warning,
       "what can still be read of the pack is read: " + pack.error().message,
       stem + ".pack", "", false});
  return salvaged;
}

}  // namespace

ObjectTable ObjectTable::open(const git::Repository& repository,
                              Diagnostics& diagnostics) {
  ObjectTable table;
  for (const std::string& folder : object_folders(repository)) {
    table.open_folder(folder, diagnostics);
  }
  return table;
}

void ObjectTable::open_folder(const std::string& folder, Diagnostics& diagnostics) {
  MultiPackIndex others(folder, diagnostics);
  for (const std::string& stem : pack_stems(folder)) {
    auto pack = open_pack(stem, others, diagnostics);
    const bool fits =
        pack && pack->size() < std::numeric_limits<ObjectNumber>::max() - packed_;
    if (!fits) {
      diagnostics.push_back(
          {Diagnostic::Level::warning,
           pack ? "there are too many objects: they are read one by one"
                : pack.error().message + "; its objects are read one by one",
           stem + ".pack", "", false});
      continue;
    }
    auto owned = std::make_unique<Pack>(std::move(pack).value());
    // What cannot be linked is part of no plan, and so is read through libgit2.
    LeftOvers unlinked;
    DeltaForest forest = DeltaForest::link(*owned, unlinked);
    for (const LeftOver& object : unlinked) {
      if (object.why == LeftOver::Why::cycle) endless_.push_back(object.id);
    }
    const ObjectNumber count = owned->size();
    parts_.push_back({std::move(owned), std::move(forest), packed_});
    packed_ += count;
  }
}

const ObjectTable::Part& ObjectTable::part_of(ObjectNumber number) const {
  auto part = parts_.rbegin();
  while (part->first > number) ++part;
  return *part;
}

ObjectId ObjectTable::id(ObjectNumber number) const {
  if (number >= packed_) return others_[number - packed_];
  const Part& part = part_of(number);
  return part.pack->id(number - part.first);
}

std::optional<ObjectType> ObjectTable::type(ObjectNumber number) const {
  const Part& part = part_of(number);
  number -= part.first;
  if (!part.forest.is_linked(number)) return std::nullopt;
  return part.forest.type(number);
}

ObjectNumber ObjectTable::find(const ObjectId& id) const {
  for (const Part& part : parts_) {
    if (const auto number = part.pack->find(id)) return part.first + *number;
  }
  const auto other = other_numbers_.find(id);
  return other == other_numbers_.end() ? kNoObject : other->second;
}

ObjectNumber ObjectTable::add(const ObjectId& id) {
  const ObjectNumber known = find(id);
  if (known != kNoObject) return known;
  const ObjectNumber number = size();
  others_.push_back(id);
  other_numbers_.emplace(id, number);
  return number;
}

}  // namespace leaksieve
