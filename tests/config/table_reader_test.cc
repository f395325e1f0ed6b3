#include "scanner/config/table_reader.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {
namespace {

toml::table parsed(std::string_view text) {
  return std::move(*parse_toml(text, "c.toml"));
}

}  // namespace

TEST_CASE("TableReader::each_key gives the canonical names of what is to be read") {
  const toml::table table = parsed("TITLE = 'x'\nSALT = 'y'\nfilter = 'z'\n");
  std::vector<std::string> notes;
  const TableReader reader{TomlValues("c.toml"), SetBy::anyone, &notes};
  std::vector<std::string> names;
  CHECK(reader.each_key(Section::top, table,
                        [&](std::string_view name, const toml::node&) -> Result<void> {
                          names.emplace_back(name);
                          return {};
                        }));
  CHECK(names == std::vector<std::string>{"salt"});
  CHECK(notes.size() == 1);
}

TEST_CASE("TableReader::day") {
  const toml::table table =
      parsed("a = 2026-01-02\nb = '2026-01-02'\nc = '2026-02-30'\nd = 1\n");
  const TableReader reader{TomlValues("c.toml"), SetBy::anyone, nullptr};
  CHECK(*reader.day(*table.get("a"), "a") == "2026-01-02");
  CHECK(*reader.day(*table.get("b"), "b") == "2026-01-02");
  CHECK_FALSE(reader.day(*table.get("c"), "c"));
  CHECK_FALSE(reader.day(*table.get("d"), "d"));
}

}  // namespace leaksieve
