#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/model/byte_span.h"

namespace leaksieve {

/// Where a text may hold what its base does not, as spans of the text that rise and do
/// not touch: what `delta` inserts, the seams between its steps, and the start and the
/// end of the text where they are not those of the base; each with `reach` bytes before
/// it and behind. `delta` are instructions that make a text of `size` bytes from a base
/// of `base_size` (source/pack/delta.h), and have been checked.
std::vector<ByteSpan> new_text(std::string_view delta, std::uint64_t size,
                               std::uint64_t base_size, std::uint64_t reach);

}  // namespace leaksieve
