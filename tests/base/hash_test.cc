#include "scanner/base/hash.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {

TEST_CASE("crc32") {
  CHECK(crc32("") == 0);
  CHECK(crc32("hello") == 907060870);
  CHECK(crc32("123456789") == 0xcbf43926);  // the check value of the CRC catalogues
}

TEST_CASE("crc16_xmodem") {
  CHECK(crc16_xmodem("") == 0);
  CHECK(crc16_xmodem("123456789") == 0x31c3);  // the check value of the catalogues
}

TEST_CASE("sha256") {
  // FIPS 180-4 examples.
  CHECK(hex(sha256("")) ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hex(sha256("abc")) ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("hex") {
  const std::uint8_t bytes[] = {0x00, 0x0f, 0xf0, 0xa5};
  CHECK(hex(bytes) == "000ff0a5");
  CHECK(hex({}).empty());
}

// RFC 4231, test case 2, and one key longer than a block (test case 6).
TEST_CASE("hmac_sha256") {
  CHECK(hex(hmac_sha256("Jefe", "what do ya want for nothing?")) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(hex(hmac_sha256(std::string(131, '\xaa'),
                        "Test Using Larger Than Block-Size Key - Hash Key First")) ==
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("random_bytes") {
  CHECK(random_bytes(32).size() == 32);
  CHECK(random_bytes(32) != random_bytes(32));
}

}  // namespace leaksieve
