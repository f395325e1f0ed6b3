#pragma once

#include <string_view>

namespace leaksieve {

/// Whether `secret` is public and harmless: a sample from a provider's own
/// documentation, which thousands of repositories quote, the key of an emulator or a
/// test chain, or (as its decoded bytes) a private key that a tool hands to everybody.
/// Known by its SHA-256 only, so that no token stands in our files.
bool is_well_known(std::string_view secret);

}  // namespace leaksieve
