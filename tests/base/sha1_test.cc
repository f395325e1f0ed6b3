#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "scanner/base/hash.h"

namespace leaksieve {

// FIPS 180-4's own examples, and lengths around the end of a block against coreutils.
TEST_CASE("sha1") {
  CHECK(hex(sha1("")) == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
  CHECK(hex(sha1("abc")) == "a9993e364706816aba3e25717850c26c9cd0d89d");
  CHECK(hex(sha1("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
        "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
  CHECK(hex(sha1(std::string(55, 'a'))) == "c1c8bbdc22796e28c0e15163d20899b65621d65a");
  CHECK(hex(sha1(std::string(64, 'a'))) == "0098ba824b5c16427bd7a1122a5a442a25ec644d");
  CHECK(hex(sha1(std::string(1000, 'a'))) ==
        "291e9a6c66994949b57ba5e650361e98fc36b1ba");
}

}  // namespace leaksieve
