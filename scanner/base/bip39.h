#pragma once

#include <span>
#include <string>
#include <string_view>

namespace leaksieve {

/// Recovery phrases (BIP 39): bytes and a checksum of them as English words.

/// The phrase of `bytes`, with one blank between two words. A whole number of words
/// comes out for 16, 20, 24, 28 and 32 bytes; of another number the rest is left out.
std::string bip39_phrase(std::string_view bytes);

/// Whether all words are of the list and the last bits are the checksum of the others.
bool has_bip39_checksum(std::span<const std::string_view> words);

}  // namespace leaksieve
