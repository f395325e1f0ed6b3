#pragma once

#include <string_view>

namespace leaksieve {

/// The 2,048 English words of recovery phrases, in order, with one blank between two.
/// Source: BIP 39, english.txt.
std::string_view bip39_words();

}  // namespace leaksieve
