#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "scanner/text/token.h"

namespace leaksieve {

/// No partner, no token.
inline constexpr std::uint32_t kNoToken = 0xffffffffU;

/// For each token that opens something (a bracket, a string with values, a value in it)
/// the index of the one that closes it, and the other way round; kNoToken for the rest
/// and for what has no partner. A bracket that is closed by the wrong one is taken back
/// if the right one is at most 16 levels out.
std::vector<std::uint32_t> match_brackets(std::string_view text,
                                          std::span<const Token> tokens);

}  // namespace leaksieve
