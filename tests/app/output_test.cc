#include "scanner/app/output.h"

#include <doctest/doctest.h>

#include "scanner/base/file.h"
#include "tests/support/temp_dir.h"

namespace leaksieve {

TEST_CASE("write_reports writes each report to its file") {
  const test::TempDir dir;
  Options options;
  options.outputs = {{"json", dir / "a.json"}, {"sarif", dir / "a.sarif"}};
  Report report;
  report.scan.mode = "dir";
  REQUIRE(write_reports(report, options));
  const auto json = read_file(dir / "a.json");
  REQUIRE(json);
  CHECK(json->find("\"leaksieve/1\"") != std::string::npos);
  CHECK(read_file(dir / "a.sarif"));

  SUBCASE("and says which it could not write") {
    options.outputs = {{"json", dir.path()}};
    const auto refused = write_reports(report, options);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find(dir.path()) != std::string::npos);
  }
}

}  // namespace leaksieve
