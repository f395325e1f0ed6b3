#pragma once

#include <span>
#include <string_view>

namespace leaksieve {

/// The name in `names` that `typed` was probably meant to be: the one that the fewest
/// insertions, deletions, replacements and swaps of neighbours lead to, in any case of
/// letters; of those as near, the first. Empty if none is near: at most a third of the
/// letters may differ, but always two. One that `typed` begins or ends, from four
/// letters on, is near too. Borrows from `names`.
std::string_view nearest(std::string_view typed,
                         std::span<const std::string_view> names);

}  // namespace leaksieve
