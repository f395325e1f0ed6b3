#include "scanner/detect/assignment_place.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/detection.h"

namespace leaksieve {
namespace {

// "rule confidence severity" of each candidate in `shape`.
std::vector<std::string> graded(std::string_view shape, std::string_view path) {
  test::Detection detection;
  std::vector<std::string> out;
  for (const Candidate& c : detection.candidates(test::made_up(shape, 2), path)) {
    if (c.secret.size() == 0) continue;
    out.push_back(std::string(detection.detector().rule(c.rule).id) + " " +
                  std::string(name_of(c.confidence)) + " " +
                  std::string(name_of(c.severity)));
  }
  return out;
}

using Graded = std::vector<std::string>;

}  // namespace

TEST_CASE("assignments without quotes: an expression in code, a literal elsewhere") {
  constexpr std::string_view kText = "api_token = {hex:40}\n";
  CHECK(graded(kText, "src/a.py").empty());
  CHECK(graded(kText, "src/a.ini") == Graded{"generic-secret high high"});
  CHECK(graded(kText, "") == Graded{"generic-secret high high"});
  CHECK(graded("# api_token = {hex:40}\n", "src/a.py") ==
        Graded{"generic-secret high high"});
  CHECK(graded("run('api_token={hex:40}')\n", "src/a.py") ==
        Graded{"generic-secret high high"});
  CHECK(graded("s := `\napi_token={hex:40}\n`\n", "src/a.go") ==
        Graded{"generic-secret high high"});
}

TEST_CASE("assignments: a backtick opens a string only where the language says so") {
  CHECK(graded("/* it's `x' */\napi_token = {hex:40};\n", "src/a.c").empty());
  CHECK_FALSE(graded("`\napi_token = {hex:40};\n`\n", "src/a.ts").empty());
}

TEST_CASE("assignments: what a compiler left for a debugger is none") {
  CHECK(graded(".stabs \"api_token:{hex:40};\",128,0,0,0\n", "out").empty());
}

TEST_CASE("assignments: the place lowers the severity, not the confidence") {
  constexpr std::string_view kText = "api_token = '{hex:40}'\n";
  CHECK(graded(kText, "src/a.py") == Graded{"generic-secret high high"});
  CHECK(graded(kText, "tests/a.py") == Graded{"generic-secret high low"});
  CHECK(graded(kText, "examples/a.py") == Graded{"generic-secret high medium"});
  CHECK(graded(kText, "docs/a.md") == Graded{"generic-secret high medium"});
  CHECK(graded(kText, "vendor/a.py") == Graded{"generic-secret medium high"});
}

TEST_CASE(
    "assignments: lock files and translations hold none, test vectors are no secret") {
  CHECK(graded("api_token = '{hex:40}'\n", "poetry.lock").empty());
  CHECK(graded("{open}\"token\": \"{alnum:32}\"{close}\n", "locales/de.json").empty());
  CHECK(graded("shared_secret = '{hex:64}'\n", "tests/a.py") ==
        Graded{"generic-secret low low"});
}

TEST_CASE("assignments: in minified code nobody is sure") {
  const std::string code =
      "var a=1;" + std::string(3000, 'x') + ";apiToken=\"{hex:40}\";";
  CHECK(graded(code, "static/app.js") == Graded{"generic-secret medium high"});
}

TEST_CASE("assignments: a word is a password where settings are made") {
  CHECK(graded("DB_PASSWORD=orange\n", "deploy/app.conf") ==
        Graded{"generic-password medium medium"});
  CHECK(graded("DB_PASSWORD=admin123\n", "deploy/app.conf") ==
        Graded{"generic-password medium low"});
  CHECK(graded("# DB_PASSWORD=admin123\n", "deploy/app.conf") ==
        Graded{"generic-password low low"});
  CHECK(graded("password = 'orange'\n", "src/a.py") ==
        Graded{"generic-password low low"});
}

TEST_CASE("assignments: other rules keep their grade") {
  const Graded token = graded("k = 'ghp_{alnum:30}{crc62}'\n", "tests/a.py");
  REQUIRE(token.size() == 1);
  CHECK(token == graded("k = 'ghp_{alnum:30}{crc62}'\n", "src/a.py"));
}

}  // namespace leaksieve
