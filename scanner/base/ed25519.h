#pragma once

#include <string>
#include <string_view>

namespace leaksieve {

/// The 32 bytes of the Ed25519 public key (RFC 8032, 5.1.5) of a seed of 32 bytes;
/// empty if it has another length.
std::string ed25519_public_key(std::string_view seed);

}  // namespace leaksieve
