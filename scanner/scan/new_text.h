#pragma once

#include <cstdint>
#include <string_view>

#include "scanner/match/text_change.h"

namespace leaksieve {

/// What `delta` changes: instructions that make a text from a base of `base_size` bytes
/// (source/pack/delta.h), and have been checked.
TextChange new_text(std::string_view delta, std::uint64_t base_size);

}  // namespace leaksieve
