#include "scanner/model/fingerprint.h"

#include <doctest/doctest.h>

#include <set>

namespace leaksieve {

TEST_CASE("location_fingerprint") {
  const std::string one = location_fingerprint("file", "rule", "path", 0);
  CHECK(one.size() == 64);
  CHECK(one == location_fingerprint("file", "rule", "path", 0));

  SUBCASE("differs in every part, and parts do not run together") {
    const std::set<std::string> all = {one,
                                       location_fingerprint("note", "rule", "path", 0),
                                       location_fingerprint("file", "rules", "path", 0),
                                       location_fingerprint("file", "rule", "paths", 0),
                                       location_fingerprint("file", "rule", "path", 1),
                                       location_fingerprint("file", "rulep", "ath", 0)};
    CHECK(all.size() == 6);
  }
  // (printf 'leaksieve/location/1\0file\0rule\0path\0'; printf '0\0') | sha256sum
  SUBCASE("never changes") {
    CHECK(one == "061ecd2c4eb4a98ea2dbf13ac08b9c50309e3ecfda3b3c3114915523b65e92e2");
  }
}

}  // namespace leaksieve
