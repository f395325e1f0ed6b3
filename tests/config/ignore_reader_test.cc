#include "scanner/config/ignore_reader.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {
namespace {

toml::table parsed(std::string_view text) {
  return std::move(*parse_toml(text, "c.toml"));
}

}  // namespace

TEST_CASE(
    "read_ignores takes paths as they are with a fingerprint, as globs with a rule") {
  const toml::table table = parsed(
      "[[i]]\nfingerprint = 'AB'\npath = '!odd'\n[[i]]\nrule = 'r'\npaths = "
      "['a/**']\npath = 'b'\n");
  const TableReader reader{TomlValues("c.toml"), SetBy::anyone, nullptr};
  std::vector<IgnoreEntry> entries;
  REQUIRE(read_ignores(reader, *table.get("i"), entries));
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].fingerprint == "ab");
  CHECK(entries[0].paths == std::vector<std::string>{"!odd"});
  CHECK(entries[1].rule == "r");
  CHECK(entries[1].paths.size() == 2);
}

}  // namespace leaksieve
