#include "scanner/text/code_language.h"

#include <doctest/doctest.h>

namespace leaksieve {

TEST_CASE("code_language_of judges by name, folder and #! line") {
  using enum CodeLanguage;
  const auto of = [](std::string_view path, std::string_view text = "") {
    return code_language_of(path, text);
  };
  CHECK(of("a/b/app.py") == python);
  CHECK(of("a/App.TSX") == javascript);
  CHECK(of("x.go") == go);
  CHECK(of("Dockerfile") == dockerfile);
  CHECK(of("Dockerfile.prod") == dockerfile);
  CHECK(of("main.tf") == terraform);
  CHECK(of(".github/workflows/ci.yml") == ci);
  CHECK(of(".gitlab-ci.yml") == ci);
  CHECK(of("config/app.yml") == none);
  CHECK(of("package-lock.json") == none);
  CHECK(of("README.md", "#!/bin/sh") == none);
  CHECK(of("bin/run", "#!/usr/bin/env python3\n") == python);
  CHECK(of("bin/run", "#!/usr/bin/env -S bash -e\n") == shell);
  CHECK(of("bin/run", "#! /bin/sh") == shell);
  CHECK(of("bin/run", "#!") == none);
  CHECK(of("bin/run", "text") == none);
  CHECK(of("", "") == none);
}

}  // namespace leaksieve
