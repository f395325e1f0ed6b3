#include "scanner/scan/owners.h"

#include <doctest/doctest.h>

#include <ostream>

#include "tests/support/temp_repo.h"

using namespace leaksieve;

namespace {

Finding finding(const char* path, const char* author) {
  Finding finding;
  finding.path = path;
  finding.author = author;
  return finding;
}

}  // namespace

TEST_CASE("each finding gets the owner of its path, or its author") {
  test::TempRepo repo;
  repo.commit("CODEOWNERS", "*.py @python\n", "owners");
  const git::Library library;
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  std::vector<Finding> findings{finding("a.py", "A <a>"), finding("b.c", "B <b>"),
                                finding("", "C <c>"), finding("", "")};
  Diagnostics diagnostics;
  add_owners(*repository, findings, diagnostics);
  CHECK(findings[0].owner == "@python");
  CHECK(findings[1].owner == "B <b>");
  CHECK(findings[2].owner == "C <c>");
  CHECK(findings[3].owner == "");
  CHECK(diagnostics.empty());
}

TEST_CASE("a CODEOWNERS that would cost too much names the first owners only") {
  test::TempRepo repo;
  repo.commit("CODEOWNERS", "* @all\n" + std::string(3 << 19, '#') + "\n", "owners");
  const git::Library library;
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  std::vector<Finding> findings;
  for (int i = 0; i < 4000; ++i) {
    findings.push_back(finding(("f" + std::to_string(i)).c_str(), "A <a>"));
  }
  Diagnostics diagnostics;
  add_owners(*repository, findings, diagnostics);
  CHECK(findings.front().owner == "@all");
  CHECK(findings.back().owner == "");
  REQUIRE(diagnostics.size() == 1);
}
