#pragma once

#include "scanner/base/ascii.h"

namespace leaksieve {

/// Whether `c` is one of the 64, in the standard alphabet.
constexpr bool is_base64(char c) { return is_alnum(c) || c == '+' || c == '/'; }

}  // namespace leaksieve
