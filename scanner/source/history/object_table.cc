#include "scanner/source/history/object_table.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "scanner/base/ascii.h"
#include "scanner/base/file.h"

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

std::vector<std::string> pack_indexes(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  for (fs::directory_iterator it(folder + "/pack", error), end; !error && it != end;
       it.increment(error)) {
    const std::string path = it->path().string();
    if (path.ends_with(".idx")) paths.push_back(path);
  }
  std::sort(paths.begin(), paths.end());
  return paths;
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
  for (const std::string& path : pack_indexes(folder)) {
    auto pack = Pack::open(path);
    const bool fits =
        pack && pack->size() < std::numeric_limits<ObjectNumber>::max() - packed_;
    if (!fits) {
      diagnostics.push_back(
          {Diagnostic::Level::warning,
           pack ? "there are too many objects: they are read one by one"
                : pack.error().message + "; its objects are read one by one",
           path, "", false});
      continue;
    }
    auto owned = std::make_unique<Pack>(std::move(pack).value());
    // What cannot be linked is part of no plan, and so is read through libgit2.
    LeftOvers unlinked;
    DeltaForest forest = DeltaForest::link(*owned, unlinked);
    const ObjectNumber count = owned->size();
    parts_.push_back({std::move(owned), std::move(forest), packed_});
    packed_ += count;
  }
}

ObjectId ObjectTable::id(ObjectNumber number) const {
  if (number >= packed_) return others_[number - packed_];
  auto part = parts_.rbegin();
  while (part->first > number) ++part;
  return part->pack->id(number - part->first);
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
