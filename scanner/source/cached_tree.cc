#include "scanner/source/cached_tree.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstring>
#include <system_error>

namespace leaksieve {
namespace {

constexpr std::size_t kIdSize = sizeof(ObjectId::bytes);

/// git orders siblings so.
bool name_before(std::string_view a, std::string_view b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

/// Takes the text before the first `end` off `data`, and `end` too.
std::optional<std::string_view> take_until(std::string_view& data, char end) {
  const std::size_t length = data.find(end);
  if (length == std::string_view::npos) return std::nullopt;
  const std::string_view text = data.substr(0, length);
  data.remove_prefix(length + 1);
  return text;
}

std::optional<std::int64_t> decimal(std::string_view text) {
  std::int64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, value);
  if (parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
  return value;
}

/// Takes one record off `data`: a name, NUL, "<entries> <subtrees>\n", and an id unless
/// the number of entries is negative. Gives the number of subtrees.
std::optional<std::uint64_t> take_record(std::string_view& data, CachedTree& tree) {
  const auto name = take_until(data, '\0');
  if (!name) return std::nullopt;
  const auto entries_text = take_until(data, ' ');
  if (!entries_text) return std::nullopt;
  const auto subtrees_text = take_until(data, '\n');
  if (!subtrees_text) return std::nullopt;
  const auto entries = decimal(*entries_text);
  const auto subtrees = decimal(*subtrees_text);
  if (!entries || !subtrees || *subtrees < 0) return std::nullopt;
  tree.name = *name;
  tree.entry_count = std::max<std::int64_t>(*entries, -1);
  if (tree.is_valid()) {
    if (data.size() < kIdSize) return std::nullopt;
    std::memcpy(tree.id.bytes.data(), data.data(), kIdSize);
    data.remove_prefix(kIdSize);
  }
  return static_cast<std::uint64_t>(*subtrees);
}

/// Puts siblings into order if they are not; false if two have one name.
bool order_siblings(CachedTree* begin, CachedTree* end) {
  const auto before = [](const CachedTree& a, const CachedTree& b) {
    return name_before(a.name, b.name);
  };
  if (!std::is_sorted(begin, end, before)) std::sort(begin, end, before);
  return std::adjacent_find(begin, end, [](const CachedTree& a, const CachedTree& b) {
           return a.name == b.name;
         }) == end;
}

}  // namespace

const CachedTree* CachedTree::child(std::string_view child_name) const {
  const auto found =
      std::lower_bound(children.begin(), children.end(), child_name,
                       [](const CachedTree& tree, std::string_view wanted) {
                         return name_before(tree.name, wanted);
                       });
  return found != children.end() && found->name == child_name ? &*found : nullptr;
}

std::optional<std::vector<CachedTree>> parse_cached_trees(std::string_view data) {
  /// The records come depth first. When a record announces children, places for all of
  /// them are laid out together, and filled as they come.
  struct Places {
    std::size_t next = 0;
    std::size_t end = 0;
  };
  // No record is shorter than "x\0-1 0\n": a bound for what may be announced.
  const std::size_t most = 1 + data.size() / 7;
  std::vector<CachedTree> trees(1);
  std::vector<Places> children_of(1);
  std::vector<Places> open = {{0, 1}};
  while (!open.empty()) {
    if (open.back().next == open.back().end) {
      open.pop_back();
      continue;
    }
    const std::size_t place = open.back().next++;
    const auto subtrees = take_record(data, trees[place]);
    if (!subtrees) return std::nullopt;
    if (trees[place].name.empty() != (place == 0)) return std::nullopt;
    if (*subtrees == 0) continue;
    if (*subtrees > most - trees.size()) return std::nullopt;
    const Places places{trees.size(),
                        trees.size() + static_cast<std::size_t>(*subtrees)};
    trees.resize(places.end);
    children_of.resize(places.end);
    children_of[place] = places;
    open.push_back(places);
  }
  if (!data.empty()) return std::nullopt;

  // From here on the trees stay where they are.
  for (std::size_t i = 0; i < trees.size(); ++i) {
    const Places places = children_of[i];
    trees[i].children = {trees.data() + places.next, places.end - places.next};
  }
  for (const Places& places : children_of) {
    if (!order_siblings(trees.data() + places.next, trees.data() + places.end)) {
      return std::nullopt;
    }
  }
  return trees;
}

}  // namespace leaksieve
