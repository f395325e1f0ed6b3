#include "scanner/app/input.h"

#include <doctest/doctest.h>

#include <fstream>
#include <ostream>

#include "tests/support/temp_dir.h"

namespace leaksieve {

TEST_CASE("read_path_list") {
  const test::TempDir dir;
  const auto list = [&](const std::string& content) {
    std::ofstream(dir / "list", std::ios::binary) << content;
    const auto paths = read_path_list(dir / "list");
    REQUIRE(paths);
    return *paths;
  };
  using Paths = std::vector<std::string>;
  CHECK(list("a b\n\nc") == Paths{"a b", "c"});
  CHECK(list(std::string("a\nb\0c\0", 6)) == Paths{"a\nb", "c"});
  CHECK(list("").empty());
  CHECK_FALSE(read_path_list(dir / "absent"));
}

TEST_CASE("make_path_filter") {
  const auto filter = make_path_filter({"*.lock", "dist/"});
  REQUIRE(filter);
  CHECK_FALSE(filter->accepts("a/b.lock"));
  CHECK_FALSE(filter->accepts("dist/x"));
  CHECK(filter->accepts("src/x"));
  const auto bad = make_path_filter({"[a"});
  REQUIRE_FALSE(bad);
  CHECK(bad.error().message.starts_with("--exclude \"[a\""));
}

}  // namespace leaksieve
