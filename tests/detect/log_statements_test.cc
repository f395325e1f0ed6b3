#include "scanner/detect/log_statements.h"

#include <doctest/doctest.h>

#include <chrono>
#include <ostream>
#include <string>

#include "tests/support/detection.h"
#include "tests/support/log_leaks.h"

namespace leaksieve {

using Found = std::vector<std::string>;

TEST_CASE("find_log_statements: by the language of the name") {
  CHECK(test::leaks("print(password)\n", "a.py") == Found{"password"});
  CHECK(test::leaks("echo $API_TOKEN\n", "a.sh") == Found{"$API_TOKEN"});
  CHECK(test::leaks("print(password)\n", "a.txt").empty());
  CHECK(test::leaks("print(password)\n", "").empty());
  CHECK(test::leaks("#!/usr/bin/env python3\nprint(password)\n", "run") ==
        Found{"password"});
}

TEST_CASE(
    "find_log_statements: a language that we only know the shape of is of low "
    "confidence") {
  const auto found = test::leak_candidates("print(password)\n", "a.lua");
  REQUIRE(found.size() == 1);
  CHECK(found[0].confidence == Confidence::low);
}

TEST_CASE("Detector: a token in a log call is the token's finding") {
  test::Detection detection;
  const std::string token = test::made_up("re_{alnum:8}_{alnum:24}");
  CHECK(detection.found("print('" + token + "', api_key)\n", "a.py") ==
        Found{"resend-api-key " + token, "secret-in-log api_key"});
}

// Ten megabytes of what is hard must not take minutes; a debug build is given ten
// seconds, a linear reader needs one or two.
TEST_CASE("find_log_statements: hostile texts are cheap") {
  const auto repeated = [](std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    return text;
  };
  constexpr std::size_t kMega = 1U << 20;
  struct Row {
    const char* path;
    std::string text;
  };
  const std::vector<Row> rows = {
      {"a.js", repeated("console.log(", kMega)},
      {"a.js", repeated("a=b=password={c:(", kMega)},
      {"a.js", "console.log(" + repeated("password, ", kMega) + ")"},
      {"a.js", repeated("`${", kMega) + "password"},
      {"a.js", "var token=" + repeated("t.a(1).b[2]", kMega) + ";console.log(token)"},
      {"a.py", repeated("def f(password): print(password);", kMega)},
      {"a.py", repeated(" ", kMega) + repeated("print(f'{password", kMega)},
      {"a.py", repeated("x = password\n", kMega)},
      {"a.rb", repeated("puts \"#{password", kMega)},
      {"a.php", "<?php " + repeated("echo $password . ", kMega)},
      {"a.rs", repeated("println!(\"{password}\", ", kMega)},
      {"a.c", repeated("printf(\"%s\", password) << ", kMega)},
      {"a.sh", repeated("echo $TOKEN $(", kMega)},
      {"a.sh", repeated("{ echo $TOKEN | ", kMega)},
      {"a.sh", repeated("cat <<E\n", kMega)},
      {"Dockerfile", repeated("RUN \\\n", kMega)},
      {".github/workflows/a.yml", repeated("- run: |\n", kMega)},
      {".github/workflows/a.yml", repeated("run:\n  - |\n", kMega)},
      {"a.tf", repeated("output \"a\" { value = ", kMega)},
      {"a.py", std::string(kMega, '\0') + "password"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CAPTURE(row.text.substr(0, 40));
    const auto start = std::chrono::steady_clock::now();
    const auto found = test::leak_candidates(row.text, row.path);
    const auto seconds = std::chrono::steady_clock::now() - start;
    CHECK(found.size() <= logs::kMaxLeaksPerText);
    CHECK(seconds < std::chrono::seconds(10));
    for (const Candidate& candidate : found) {
      REQUIRE(candidate.secret.begin < candidate.secret.end);
      REQUIRE(candidate.secret.end <= row.text.size());
      REQUIRE(candidate.match.contains(candidate.secret));
    }
  }
}

}  // namespace leaksieve
