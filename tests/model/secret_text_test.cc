#include "scanner/model/secret_text.h"

#include <doctest/doctest.h>

#include <ostream>

#include "scanner/base/hash.h"

namespace leaksieve {

TEST_CASE("SecretText::keyed_hash is the HMAC of what stands before and the secret") {
  CHECK(SecretText("want for nothing?").keyed_hash("Jefe", "what do ya ") ==
        hex(hmac_sha256("Jefe", "what do ya want for nothing?")));
}

TEST_CASE("SecretText::has_sha1") {
  CHECK(SecretText("abc").has_sha1("a9993e364706816aba3e25717850c26c9cd0d89d"));
  CHECK_FALSE(SecretText("abd").has_sha1("a9993e364706816aba3e25717850c26c9cd0d89d"));
  const SecretText key(
      "-----BEGIN EC PRIVATE KEY-----\nx\n-----END EC PRIVATE KEY-----");
  CHECK(key.has_sha1(hex(sha1("BEGIN EC PRIVATE KEY"))));
  CHECK_FALSE(key.has_sha1(hex(sha1("BEGIN RSA PRIVATE KEY"))));
}

}  // namespace leaksieve
