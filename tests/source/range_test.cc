#include <doctest/doctest.h>

#include <ostream>

#include "scanner/source/range_source.h"
#include "tests/support/temp_repo.h"

namespace leaksieve {
namespace {

struct Fixture {
  git::Library library;
  test::TempRepo repo;
  std::string one = repo.commit("a", "1", "one");
  std::string two = repo.commit("a", "2", "two");

  Result<Range> parse(const std::string& text) {
    const auto repository = git::Repository::open(library, {repo.path()});
    REQUIRE(repository);
    return parse_range(*repository, text);
  }
  Result<Range> parse_lines(const std::string& lines) {
    const auto repository = git::Repository::open(library, {repo.path()});
    REQUIRE(repository);
    return parse_hook_lines(*repository, lines);
  }
};

std::string shown(const Result<Range>& range) {
  if (!range) return "error: " + range.error().message;
  std::string out;
  for (const ObjectId& id : range->include) out += id.hex() + " ";
  for (const ObjectId& id : range->exclude) out += "^" + id.hex() + " ";
  return out;
}

const std::string kZero(40, '0');

}  // namespace

TEST_CASE_FIXTURE(Fixture, "parse_range reads ranges as git writes them") {
  CHECK(shown(parse("HEAD~1..HEAD")) == two + " ^" + one + " ");
  CHECK(shown(parse("HEAD~1..")) == two + " ^" + one + " ");
  CHECK(shown(parse("HEAD")) == two + " ");
  CHECK(shown(parse("HEAD^!")) == two + " ^" + one + " ");
  CHECK(shown(parse(kZero + "..HEAD")) == two + " ");
  repo.git("branch other HEAD~1");
  CHECK(shown(parse(kZero + "..HEAD")) == two + " ^" + one + " ");
  CHECK(shown(parse("other...main")) == one + " " + two + " ^" + one + " ");
}

TEST_CASE_FIXTURE(Fixture, "parse_range says what is not there") {
  CHECK(shown(parse("nope..HEAD")) ==
        "error: there is no revision \"nope\" in this repository");
  CHECK(shown(parse("HEAD..nope")) ==
        "error: there is no revision \"nope\" in this repository");
  const std::string absent(40, 'a');
  CHECK(shown(parse(absent + "..HEAD")).find("git fetch --no-tags origin " + absent) !=
        std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "parse_hook_lines") {
  SUBCASE("of pre-push") {
    CHECK(shown(parse_lines("refs/heads/main " + two + " refs/heads/main " + one +
                            "\n")) == two + " ^" + one + " ");
    CHECK(shown(parse_lines("refs/heads/main " + two + " refs/heads/main " + kZero +
                            "\n")) == two + " ");
  }
  SUBCASE("of pre-receive, where every ref is an old one") {
    CHECK(shown(parse_lines(one + " " + two + " refs/heads/x\n")) ==
          two + " ^" + one + " ");
    CHECK(shown(parse_lines(kZero + " " + two + " refs/heads/x")) ==
          two + " ^" + two + " ");
  }
  SUBCASE("a deleted ref brings nothing, and neither do empty lines") {
    CHECK(shown(parse_lines(one + " " + kZero + " refs/heads/x\n\n")).empty());
  }
  SUBCASE("other lines are refused") {
    CHECK(shown(parse_lines("one two\n")).starts_with("error: --stdin wants"));
  }
}

TEST_CASE("parse_range names the commit whose policy counts") {
  const git::Library library;
  test::TempRepo repo;
  const std::string first = repo.commit("a", "1", "first");
  const std::string second = repo.commit("a", "2", "second");
  repo.git("branch old " + first);
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  const auto base = [&](const std::string& text) {
    const auto range = parse_range(*repository, text);
    REQUIRE(range);
    return range->base.is_zero() ? "none" : range->base.hex();
  };
  const std::string zero(40, '0');
  CHECK(base(first + "..HEAD") == first);
  CHECK(base(first + "...HEAD") == first);
  CHECK(base("HEAD^!") == first);
  CHECK(base("HEAD") == "none");
  // Of a new branch the fork point, unless the remote tells its main branch.
  CHECK(base(zero + "..HEAD") == first);
  repo.git("update-ref refs/remotes/origin/HEAD " + second);
  CHECK(base(zero + "..old") == second);
  const auto hook =
      parse_hook_lines(*repository, first + " " + second + " refs/heads/main\n");
  REQUIRE(hook);
  CHECK(hook->base.hex() == first);
}

}  // namespace leaksieve
