#include "scanner/source/gitignore.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/temp_repo.h"

namespace leaksieve {

TEST_CASE("GitIgnore") {
  const git::Library library;
  test::TempRepo repo;
  repo.write(".gitignore", "*.log\n/build/\n");
  repo.write("tracked.log", "x");
  repo.git("add -f tracked.log");
  const std::string root = std::filesystem::canonical(repo.path()).string();
  const auto ignore = GitIgnore::for_path(library, root);
  REQUIRE(ignore);
  CHECK(ignore->ignores(root + "/other.log", false));
  CHECK(ignore->ignores(root + "/build", true));
  CHECK_FALSE(ignore->ignores(root + "/tracked.log", false));
  CHECK_FALSE(ignore->ignores(root + "/main.cc", false));
  CHECK_FALSE(ignore->ignores("/elsewhere/other.log", false));
  CHECK_FALSE(ignore->ignores(root, true));
  CHECK_FALSE(GitIgnore::for_path(library, "/"));
}

}  // namespace leaksieve
