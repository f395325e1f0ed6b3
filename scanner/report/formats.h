#pragma once

#include <span>
#include <string_view>

#include "scanner/report/format.h"

namespace leaksieve {

/// The formats there are, the default first. A constant table.
std::span<const Format> formats();

/// The format of this name, a row of formats(); null if there is none.
const Format* find_format(std::string_view name);

}  // namespace leaksieve
