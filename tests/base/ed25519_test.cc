#include "scanner/base/ed25519.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

std::string bytes(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    out += static_cast<char>(hex_value(digits[i]) << 4 | hex_value(digits[i + 1]));
  }
  return out;
}

}  // namespace

TEST_CASE("ed25519_public_key") {
  // RFC 8032, 7.1, test 1
  const std::string seed =
      bytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
  CHECK(ed25519_public_key(seed) ==
        bytes("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
  CHECK(ed25519_public_key(seed.substr(1)).empty());
  CHECK(ed25519_public_key("").empty());
}

}  // namespace leaksieve
