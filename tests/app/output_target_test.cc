#include "scanner/app/output_target.h"

#include <doctest/doctest.h>

#include <unistd.h>

#include "scanner/base/file.h"
#include "tests/support/temp_dir.h"

namespace leaksieve {

TEST_CASE("output_targets") {
  const auto none = output_targets({}, "");
  REQUIRE(none);
  REQUIRE(none->size() == 1);
  CHECK(none->front().format == "text");
  CHECK(none->front().file.empty());

  const auto two = output_targets({"json=a=b", "csv"}, "plan.md");
  REQUIRE(two);
  CHECK(two->at(0).file == "a=b");
  CHECK(two->at(1).format == "csv");

  CHECK(!output_targets({"pdf"}, ""));
  CHECK(!output_targets({"json="}, ""));
  CHECK(!output_targets({"json", "csv"}, ""));
}

TEST_CASE("output_targets sees one file under two names") {
  CHECK(!output_targets({"json=a", "csv=./b/../a"}, ""));
  CHECK(!output_targets({"json=a"}, "./a"));
  CHECK(output_targets({"json=a/x", "csv=b/x"}, ""));

  const test::TempDir dir;
  REQUIRE(write_output(dir / "old", "old"));
  REQUIRE(::symlink((dir / "old").c_str(), (dir / "link").c_str()) == 0);
  CHECK(!output_targets({"json=" + (dir / "old"), "csv=" + (dir / "link")}, ""));
}

}  // namespace leaksieve
