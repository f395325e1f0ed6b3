#include "scanner/base/checksum_text.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace leaksieve {

TEST_CASE("crc62") {
  CHECK(crc62("hello") == "0zNvy2");
  CHECK(crc62("") == "000000");
}

TEST_CASE("crc36") {
  CHECK(crc36("hello") == "0f01gna");
  CHECK(crc36("") == "0000000");
}

TEST_CASE("crc_hex") {
  CHECK(crc_hex("hello") == "3610a686");
  CHECK(crc_hex("") == "00000000");
  CHECK(crc_hex_little_endian("hello") == "86a61036");
}

// Bytes that en.bitcoin.it/wiki/Base58Check_encoding works through: version 0 and the
// hash of a public key.
TEST_CASE("base58_checksum") {
  const std::string_view bytes(
      "\x00\x01\x09\x66\x77\x60\x06\x95\x3d\x55\x67\x43\x9e\x5e\x39\xf8\x6a\x0d\x27\x3b"
      "\xee",
      21);
  CHECK(base58_checksum(bytes) == "\xd6\x19\x67\xf6");
}

TEST_CASE("crc16_little_endian") {
  CHECK(crc16_little_endian("123456789") == "\xc3\x31");  // the check value, 0x31C3
}

// BIP 173, valid test vectors without their last six characters.
TEST_CASE("bech32_checksum") {
  CHECK(bech32_checksum("a1") == "2uel5l");
  CHECK(bech32_checksum("?1") == "ezyfcl");
  CHECK(bech32_checksum("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7l") == "mqqqxw");
  CHECK_FALSE(bech32_checksum("abcdef").has_value());
  CHECK_FALSE(bech32_checksum("abcdef1b").has_value());
}

TEST_CASE("sha32") { CHECK(sha32("hello") == "FTZE3OS7"); }

}  // namespace leaksieve
