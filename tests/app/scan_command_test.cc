#include "scanner/app/scan_command.h"

#include <doctest/doctest.h>

#include "scanner/app/exit_code.h"
#include "tests/support/detection.h"
#include "tests/support/temp_repo.h"

namespace leaksieve {

TEST_CASE("run_scan gives the exit code of what it found") {
  test::TempRepo repo;
  Options options;
  options.command = Command::audit;
  options.repository = repo.path();
  options.outputs = {{"json", "/dev/null"}};
  const auto run = [&] {
    const auto code = run_scan(options);
    REQUIRE(code);
    return *code;
  };
  CHECK(run() == kClean);
  repo.commit("key", "k = '" + test::made_up("re_{alnum:8}_{alnum:24}") + "'\n", "one");
  CHECK(run() == kFindings);
  options.policy.report_only = true;
  CHECK(run() == kClean);
  options.max_file_bytes = 10;
  CHECK(run() == kIncomplete);
  options.repository = "/";
  CHECK_FALSE(run_scan(options));
}

}  // namespace leaksieve
