#include "scanner/source/split_index.h"

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <utility>
#include <vector>

#include "scanner/source/ewah.h"

namespace leaksieve {
namespace {

int compare(const IndexEntry& a, const IndexEntry& b) {
  const int order = a.path.compare(b.path);
  return order != 0 ? order : a.stage - b.stage;
}

/// Two ascending lists as one; of two equal entries the one in `added` is taken.
IndexEntries merge(std::span<const IndexEntry> base,
                   std::span<const IndexEntry> added) {
  IndexEntries merged;
  merged.reserve(base.size() + added.size());
  auto next = added.begin();
  for (const IndexEntry& entry : base) {
    while (next != added.end() && compare(*next, entry) < 0) merged.push_back(*next++);
    if (next == added.end() || compare(*next, entry) != 0) merged.push_back(entry);
  }
  merged.insert(merged.end(), next, added.end());
  return merged;
}

}  // namespace

Result<SplitLink> parse_split_link(std::string_view data) {
  SplitLink link;
  const std::size_t size = link.shared.bytes.size();
  if (data.size() < size) return Error{"extension 'link' of the index is too short"};
  std::memcpy(link.shared.bytes.data(), data.data(), size);
  link.bitmaps = data.substr(size);
  return link;
}

Result<IndexEntries> merge_split_index(const SplitLink& link, const IndexParts& own,
                                       const IndexParts& shared) {
  if (shared.link) {
    SCANNER_TRY(const SplitLink further, parse_split_link(*shared.link));
    if (!further.shared.is_zero()) return Error{"shared index is itself split"};
  }
  if (shared.unnamed > 0) return Error{"shared index has entries without a path"};
  const auto limit = static_cast<std::uint32_t>(shared.entries.size());
  std::vector<std::uint32_t> deleted, replaced;
  if (std::string_view bitmaps = link.bitmaps; !bitmaps.empty()) {
    SCANNER_TRY(deleted, take_ewah_bits(bitmaps, limit));
    SCANNER_TRY(replaced, take_ewah_bits(bitmaps, limit));
    if (!bitmaps.empty()) return Error{"extension 'link' has bytes after its bitmaps"};
  }
  if (replaced.size() != own.unnamed) {
    return Error{fmt::format("split index replaces {} entries, and has {} for them",
                             replaced.size(), own.unnamed)};
  }

  IndexEntries kept;
  kept.reserve(shared.entries.size());
  auto next_deleted = deleted.begin();
  auto next_replaced = replaced.begin();
  for (std::uint32_t i = 0; i < limit; ++i) {
    IndexEntry entry = shared.entries[i];
    if (next_replaced != replaced.end() && *next_replaced == i) {
      const auto number = static_cast<std::size_t>(next_replaced++ - replaced.begin());
      const std::string_view path = std::exchange(entry, own.entries[number]).path;
      entry.path = path;
      if (path.ends_with('/') != entry.is_sparse_directory()) {
        return Error{"split index replaces a directory by a file, or a file by one"};
      }
    }
    if (next_deleted != deleted.end() && *next_deleted == i) {
      ++next_deleted;
      continue;
    }
    if (!kept.empty() && compare(kept.back(), entry) >= 0) {
      return Error{"entries of the split index are out of order"};
    }
    kept.push_back(entry);
  }
  return merge(kept, std::span(own.entries).subspan(own.unnamed));
}

}  // namespace leaksieve
