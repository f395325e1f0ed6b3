#include "scanner/base/glob.h"

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <ostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/temp_dir.h"

using leaksieve::Glob;

namespace {

bool matches(std::string_view pattern, std::string_view path) {
  const auto glob = Glob::parse(pattern);
  REQUIRE(glob);
  return glob->matches(path);
}

}  // namespace

TEST_CASE("Glob::matches") {
  struct Row {
    std::string_view pattern, path;
    bool expected;
  };
  const Row rows[] = {
      // Without a slash: a name at any depth, or a directory of that name.
      {"*.min.js", "a.min.js", true},
      {"*.min.js", "web/dist/a.min.js", true},
      {"*.min.js", "a.min.jsx", false},
      {"*.min.js", "a.min.js/inside", true},
      {"vendor", "vendor", true},
      {"vendor", "src/vendor/x/y.c", true},
      {"vendor", "vendors", false},
      {"*", "a", true},
      {"*", "", false},
      // With a slash: from the root.
      {"/vendor", "vendor/x", true},
      {"/vendor", "src/vendor/x", false},
      {"./vendor", "vendor/x", true},
      {"./vendor", "src/vendor/x", false},
      {"docs/*.md", "docs/a.md", true},
      {"docs/*.md", "docs/sub/a.md", false},
      {"docs/*.md", "x/docs/a.md", false},
      {"docs/*", "docs/sub/a.md", true},
      {"docs", "docs", true},
      // A trailing slash: a directory and what is below it.
      {"build/", "build/x", true},
      {"build/", "a/build/x/y", true},
      {"build/", "build", false},
      {"build/", "build/", true},
      {"build/", "x/build", false},
      {"build/", "build/build", true},
      {"a/b/", "a/b/c", true},
      {"a/b/", "x/a/b/c", false},
      // ** as a component.
      {"**/foo", "foo", true},
      {"**/foo", "a/b/foo", true},
      {"**/foo/bar", "x/foo/bar", true},
      {"**/foo/bar", "x/foo/y/bar", false},
      {"a/**", "a/x", true},
      {"a/**", "a", false},
      {"a/**", "b/a/x", false},
      {"a/**/b", "a/b", true},
      {"a/**/b", "a/x/y/b", true},
      {"a/**/b", "a/x/y/c", false},
      {"a/**/b/**/c", "a/b/x/b/y/c", true},
      {"a/**/b/c", "a/b/b/c", true},
      {"**", "a/b", true},
      {"/**", "a", true},
      {"**/**", "a", true},
      {"**/", "a", false},
      {"**/", "a/b", true},
      {"/**/", "a", false},
      {"a/**/", "a/x", false},
      {"a/**/", "a/x/y", true},
      {"**/x/**", "a/x/b", true},
      {"**/x/**", "a/x", false},
      // ** inside a component is *.
      {"a**b", "axyb", true},
      {"a**b", "a/b", false},
      {"/a**b/c", "a1b/c", true},
      // One byte.
      {"a?c", "abc", true},
      {"a?c", "ac", false},
      {"a?c", "a/c", false},
      {"a[bx]c", "axc", true},
      {"[a-c]1", "b1", true},
      {"[a-c]1", "d1", false},
      {"[!a-c]1", "d1", true},
      {"[^a-c]1", "b1", false},
      {"[]]", "]", true},
      {"[!]]", "]", false},
      {"[a-]", "-", true},
      {"[-a]", "-", true},
      {"[\\]]", "]", true},
      {"[[:digit:]]*", "7up", true},
      {"[[:digit:]x]", "x", true},
      {"[[:upper:]]", "a", false},
      {"[!a]", "\xff", true},
      {"[\x80-\xff]", "\xc3", true},
      // Escapes.
      {"\\*", "*", true},
      {"\\*", "a", false},
      {"\\!x", "!x", true},
      {"a\\\\b", "a\\b", true},
      {"\\a", "a", true},
      // Stars that must be tried again.
      {"*a*b", "xaxxab", true},
      {"*ab", "aab", true},
      {"a*", "a", true},
      {"*.tar.*", "x.tar.tar.gz", true},
      {"Makefile", "makefile", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    CAPTURE(row.path);
    CHECK(matches(row.pattern, row.path) == row.expected);
  }
}

TEST_CASE("Glob::parse refuses") {
  for (const std::string& pattern :
       {std::string(), std::string("!x"), std::string("/"), std::string("./"),
        std::string("a//b"), std::string("a/../b"), std::string("."),
        std::string("a\\"), std::string("[a"), std::string("[]"), std::string("[!]"),
        std::string("[z-a]"), std::string("[[:letter:]]"), std::string("[[:digit"),
        std::string("["), std::string(5000, 'a')}) {
    CAPTURE(pattern);
    CHECK(!Glob::parse(pattern));
  }
  CHECK(Glob::parse("x/[ab").error().message == "bad pattern 'x/[ab': [ without ]");
}

TEST_CASE("Glob takes bounded time") {
  std::string stars, depths, path, name;
  for (int i = 0; i < 1000; ++i) stars += "*a";
  for (int i = 0; i < 500; ++i) depths += "**/a/";
  for (int i = 0; i < 2000; ++i) path += "a/";
  name.assign(4000, 'a');
  const auto start = std::chrono::steady_clock::now();
  CHECK(!matches(stars + "b", name));
  CHECK(!matches(depths + "b", path + "c"));
  CHECK(!matches("**/" + stars + "b", path + name));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

// git is the judge: patterns made at random, each asked for the same paths.
TEST_CASE("Glob agrees with git check-ignore") {
  const leaksieve::test::TempDir dir;
  const std::string git = "cd '" + dir.path() + "' && git ";
  REQUIRE(std::system((git + "init -q .").c_str()) == 0);

  std::mt19937 random(20250801);
  const auto pick = [&random](const std::vector<std::string>& from) {
    return from[random() % from.size()];
  };
  std::vector<std::string> paths;
  for (int i = 0; i < 60; ++i) {
    std::string path = pick({"a", "b", "ab", "ba"});
    for (unsigned long depth = random() % 4; depth > 0; --depth) {
      path += "/" + pick({"a", "b", "ab", "ba", "aab"});
    }
    paths.push_back(path);
  }
  {
    std::ofstream list(dir / "paths");
    for (const std::string& path : paths) list << path << '\n';
  }
  for (int round = 0; round < 120; ++round) {
    std::string pattern;
    if (random() % 4 == 0) pattern += "/";
    for (unsigned long count = 1 + random() % 3; count > 0; --count) {
      pattern += pick({"a", "b", "*", "**", "a*", "*b", "?", "[a-b]", "[!a]", "a**b"});
      if (count > 1 || random() % 4 == 0) pattern += "/";
    }
    CAPTURE(pattern);
    const auto glob = Glob::parse(pattern);
    REQUIRE(glob);
    // With --no-index git takes the paths for files, whether they are there or not.
    std::ofstream(dir / ".git/info/exclude") << pattern << '\n';
    const int status = std::system(
        (git + "check-ignore --no-index --stdin <paths >ignored 2>&1").c_str());
    REQUIRE(WEXITSTATUS(status) <= 1);
    std::vector<std::string> expected, got;
    std::ifstream ignored(dir / "ignored");
    for (std::string line; std::getline(ignored, line);) expected.push_back(line);
    for (const std::string& path : paths) {
      if (glob->matches(path)) got.push_back(path);
    }
    CHECK(got == expected);
  }
}
