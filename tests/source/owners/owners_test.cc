#include "scanner/source/owners/owners.h"

#include <doctest/doctest.h>

#include <ostream>

#include "tests/support/temp_repo.h"

using namespace leaksieve;

namespace {

Owners read(const test::TempRepo& repo, Diagnostics& diagnostics) {
  const git::Library library;
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  return read_owners(*repository, diagnostics);
}

}  // namespace

TEST_CASE("owners are those of HEAD: CODEOWNERS, else the author by .mailmap") {
  test::TempRepo repo;
  repo.write(".mailmap", "Ada Today <ada@today> <ada@then>\n");
  repo.write("docs/CODEOWNERS", "* @docs\n");
  repo.write("CODEOWNERS", "/src/ @src\n");
  repo.commit();
  repo.write("CODEOWNERS", "* @not-committed\n");
  Diagnostics diagnostics;
  const Owners owners = read(repo, diagnostics);
  CHECK(diagnostics.empty());
  CHECK(owners.of("src/a.c", "Ada <ada@then>") == "@src");
  CHECK(owners.of("other.c", "Ada <ada@then>") == "Ada Today <ada@today>");
  CHECK(owners.of("", "Bo <bo@x>") == "Bo <bo@x>");
  CHECK(owners.of("other.c", "") == "");
}

TEST_CASE("of several CODEOWNERS the one that GitHub takes counts") {
  test::TempRepo repo;
  repo.write(".gitlab/CODEOWNERS", "a/b @gitlab\n");
  repo.commit();
  Diagnostics diagnostics;
  CHECK(read(repo, diagnostics).of("x/a/b", "") == "@gitlab");
  repo.write(".github/CODEOWNERS", "* @github\n");
  repo.write("CODEOWNERS", "* @root\n");
  repo.commit();
  CHECK(read(repo, diagnostics).of("x/a/b", "") == "@github");
  CHECK(diagnostics.empty());
}

TEST_CASE("no commit, no owners; an overlong CODEOWNERS is a warning") {
  test::TempRepo repo;
  Diagnostics diagnostics;
  CHECK(read(repo, diagnostics).of("a", "B <c>") == "B <c>");
  CHECK(diagnostics.empty());
  repo.write("CODEOWNERS", std::string((3 << 20) + 1, '#'));
  repo.commit();
  CHECK(read(repo, diagnostics).of("a", "") == "");
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].path == "CODEOWNERS");
  CHECK_FALSE(diagnostics[0].incomplete);
}
