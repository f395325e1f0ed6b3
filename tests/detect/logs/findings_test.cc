#include "scanner/detect/logs/findings.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/log_leaks.h"

namespace leaksieve::logs {

TEST_CASE("Lines counts from one") {
  Lines lines("a\nb\n\nc");
  CHECK(lines.of(0) == 1);
  CHECK(lines.of(1) == 1);
  CHECK(lines.of(2) == 2);
  CHECK(lines.of(5) == 4);
  CHECK(lines.of(100) == 4);
  CHECK(Lines("").of(0) == 1);
}

TEST_CASE("normal_blanks") {
  CHECK(normal_blanks("  f( a,\n\t b ) ") == "f( a, b )");
  CHECK(normal_blanks("").empty());
}

TEST_CASE("is_test_path") {
  for (const auto path : {"tests/a.py", "a/__tests__/b.js", "a_test.go", "test_a.py",
                          "a.spec.ts", "docs/x.py"}) {
    CAPTURE(path);
    CHECK(is_test_path(path));
  }
  for (const auto path : {"src/a.py", "latest/a.py", "contest.py", ""}) {
    CAPTURE(path);
    CHECK_FALSE(is_test_path(path));
  }
}

TEST_CASE("leak_candidate: identity is the call without its blanks, and its chain") {
  const auto identity = [](std::string_view text) {
    const auto found = test::leak_candidates(text, "a.py");
    return found.empty() ? std::string() : found[0].identity;
  };
  const std::string one = identity("def f():\n  print('a',  password)\n");
  CHECK(one == identity("if x:\n      print('a',\n   password)\n"));
  CHECK(one != identity("print('b', password)\n"));
  const std::string flow = identity("k = settings.SECRET_KEY\nprint(k)\n");
  CHECK(flow != identity("k = settings.API_SECRET\nprint(k)\n"));
  CHECK_FALSE(flow.empty());
}

TEST_CASE("leak_candidate: evidence holds no literal") {
  const std::string text =
      "print('x' + base64.b64encode('not to be shown' + password))\n";
  for (const Candidate& candidate : test::leak_candidates(text, "a.py")) {
    for (const std::string& words : candidate.evidence) {
      CHECK(words.find("not to be") == std::string::npos);
    }
  }
}

}  // namespace leaksieve::logs
