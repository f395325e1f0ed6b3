#include "scanner/policy/config_acceptances.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {

TEST_CASE("acceptances_of a configuration") {
  Config config;
  config.salts = {{"other", "2"}, {"", "1"}};
  IgnoreEntry one;
  one.fingerprint = "ab";
  one.paths = {"a[1].py"};
  one.reason = "made up";
  one.owner = "ada";
  one.expires = "2027-01-01";
  one.rotated = "2026-01-01";
  one.place = {".leaksieve.toml", 3, 1};
  IgnoreEntry two;
  two.rule = "acme";
  two.paths = {"tests/**", "*.md"};
  IgnoreEntry three = one;
  three.salt = "other";
  config.ignores = {one, two, three};
  const Acceptances out = acceptances_of(config);
  REQUIRE(out.salts.size() == 2);
  CHECK(out.salts[0].name.empty());
  REQUIRE(out.entries.size() == 3);
  CHECK(out.entries[0].by == SuppressedBy::ignore);
  CHECK(out.entries[0].fingerprint == "ab");
  CHECK(out.entries[0].paths == std::vector<std::string>{"a[1].py"});
  CHECK(out.entries[0].reason == "made up, ada");
  CHECK(out.entries[0].source == ".leaksieve.toml:3");
  CHECK(out.entries[0].expires == "2027-01-01");
  CHECK(out.entries[0].rotated == "2026-01-01");
  CHECK(out.entries[1].rule == "acme");
  REQUIRE(out.entries[1].globs.size() == 2);
  CHECK(out.entries[1].globs[0].matches("tests/a/b"));
  CHECK(out.entries[1].paths.empty());
  CHECK(out.entries[2].fingerprint == "other:ab");
}

}  // namespace leaksieve
