#include "scanner/detect/logs/script_leaks.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/log_leaks.h"

namespace leaksieve::logs {

using Found = std::vector<std::string>;
using test::leaks;

TEST_CASE("find_script_leaks: what goes to the terminal") {
  CHECK(leaks("echo \"$API_TOKEN\"\n", "a.sh") == Found{"$API_TOKEN"});
  CHECK(leaks("echo \"$API_TOKEN\" >&2\n", "a.sh").size() == 1);
  CHECK(leaks("echo \"$API_TOKEN\" > f\n", "a.sh").empty());
  CHECK(leaks("echo \"$API_TOKEN\" | docker login --password-stdin\n", "a.sh").empty());
  CHECK(leaks("echo \"$API_TOKEN\" | base64\n", "a.sh").size() == 1);
  CHECK(leaks("{\n  echo \"$API_TOKEN\"\n} > f\n", "a.sh").empty());
  CHECK(leaks("{\n  echo \"$API_TOKEN\"\n}\n", "a.sh").size() == 1);
  CHECK(leaks("cat <<E\n$API_TOKEN\nE\n", "a.sh").size() == 1);
  CHECK(leaks("cat > f <<E\n$API_TOKEN\nE\n", "a.sh").empty());
  CHECK(leaks("env | sort\n", "a.sh").size() == 1);
}

TEST_CASE("find_script_leaks: set -x") {
  CHECK(leaks("set -x\nlogin -p $API_TOKEN\n", "a.sh") == Found{"$API_TOKEN"});
  CHECK(leaks("set -x\nset +x\nlogin -p $API_TOKEN\n", "a.sh").empty());
  CHECK(leaks("login -p $API_TOKEN\n", "a.sh").empty());
  CHECK(leaks("#!/bin/sh -x\nlogin -p $API_TOKEN\n", "a.sh").size() == 1);
}

TEST_CASE("find_script_leaks: workflows and Dockerfiles") {
  CHECK(leaks("- run: echo ${{ secrets.A }}\n", ".github/workflows/a.yml") ==
        Found{"${{ secrets.A }}"});
  CHECK(
      leaks("- run: echo \"::add-mask::$TOKEN\"\n", ".github/workflows/a.yml").empty());
  CHECK(leaks("- uses: actions/github-script@v7\n  with:\n    script: |\n      "
              "console.log(apiKey)\n",
              ".github/workflows/a.yml") == Found{"apiKey"});
  CHECK(
      leaks("echo \"::stop-commands::$token\"\necho \"::$token::\"\n", "a.sh").empty());
  CHECK(leaks("FROM a\nARG API_TOKEN\nRUN echo $API_TOKEN\n", "Dockerfile") ==
        Found{"$API_TOKEN"});
  CHECK(leaks("FROM a\nENV X=$API_TOKEN\n", "Dockerfile").empty());
}

}  // namespace leaksieve::logs
