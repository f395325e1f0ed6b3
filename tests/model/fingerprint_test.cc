#include "scanner/model/fingerprint.h"

#include <doctest/doctest.h>

#include <ostream>
#include <set>

#include "scanner/base/hash.h"

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

TEST_CASE("keyed_fingerprint") {
  Rule rule;
  rule.id = "acme-token";
  Finding finding;
  finding.rule = &rule;
  finding.secret = SecretText("s3");
  const Salt salt{"", "salt"};

  SUBCASE("of a secret: rule and secret, wherever it is") {
    CHECK(keyed_fingerprint(salt, finding, "a") ==
          hex(hmac_sha256("salt",
                          std::string("leaksieve/secret/1\0acme-token\0s3", 32))));
    CHECK(keyed_fingerprint(salt, finding, "a") ==
          keyed_fingerprint(salt, finding, "b"));
    CHECK(keyed_fingerprint({"", "other"}, finding, "a") !=
          keyed_fingerprint(salt, finding, "a"));
    CHECK(keyed_fingerprint({"n", "salt"}, finding, "a") ==
          "n:" + keyed_fingerprint(salt, finding, "a"));
  }
  SUBCASE("of a whole file: rule and path") {
    finding.secret = SecretText();
    CHECK(keyed_fingerprint(salt, finding, "a") ==
          hex(hmac_sha256("salt", std::string("leaksieve/file/1\0acme-token\0a", 29))));
  }
  SUBCASE("of a log statement: rule, path and call, whatever lies between") {
    rule.kind = Kind::log_statement;
    finding.identity = "log(x)\nx = key\nx";
    const std::string one = keyed_fingerprint(salt, finding, "a");
    finding.identity = "log(x)\nx = other\nx";
    CHECK(keyed_fingerprint(salt, finding, "a") == one);
    CHECK(keyed_fingerprint(salt, finding, "b") != one);
    finding.identity = "log(x, y)\nx = other\nx";
    CHECK(keyed_fingerprint(salt, finding, "a") != one);
  }
}

}  // namespace leaksieve
