#include "scanner/base/ed25519.h"

#include <sodium.h>

#include <array>

namespace leaksieve {

std::string ed25519_public_key(std::string_view seed) {
  if (seed.size() != crypto_sign_SEEDBYTES) return {};
  std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> pub{};
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
  crypto_sign_seed_keypair(pub.data(), secret.data(),
                           reinterpret_cast<const unsigned char*>(seed.data()));
  sodium_memzero(secret.data(), secret.size());
  return {pub.begin(), pub.end()};
}

}  // namespace leaksieve
