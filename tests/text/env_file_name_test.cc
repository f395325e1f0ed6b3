#include "scanner/text/env_file_name.h"

#include <doctest/doctest.h>

#include <string>

namespace leaksieve {

TEST_CASE("env_file_named") {
  for (const std::string name : {".env",
                                 "backend/.env",
                                 "frontend/.env.local",
                                 ".env.production",
                                 ".env.Production",
                                 ".ENV",
                                 ".env.test",
                                 ".env.docker",
                                 ".env.staging.local",
                                 ".env.bak",
                                 ".env.old",
                                 ".env.1",
                                 ".env~",
                                 ".env.keys",
                                 "prod.env",
                                 "db.env",
                                 ".envrc",
                                 ".flaskenv",
                                 ".dev.vars",
                                 "env.list",
                                 "env.production",
                                 "a/b/c/environment.env",
                                 ".env copy",
                                 ".env copy.local",
                                 ".env (1)",
                                 ".env.txt",
                                 ".env_list",
                                 ".env-prod",
                                 ".docker.env",
                                 "prod.env.bak",
                                 "db.env.old",
                                 ".envrc.local",
                                 ".dev.vars.production",
                                 ".secrets",
                                 "env.prod.bak",
                                 ".env.sh",
                                 "Prod.ENV",
                                 ".env.production.local.bak"}) {
    CAPTURE(name);
    CHECK(env_file_named(name) == EnvFile::real);
  }
  for (const std::string name :
       {".env.example",     ".env.local.example", "example.env",
        "env.sample",       ".env.sample",        ".env.template",
        ".env.dist",        ".env.defaults",      ".env-example",
        "sample.env",       ".env.test.example",  ".env.schema",
        ".ENV.EXAMPLE",     "env.example",        ".env.j2",
        "app.env.example",  ".dev.vars.example",  ".envrc.sample",
        ".env.example.txt", "env.example.local",  "defaults.env"}) {
    CAPTURE(name);
    CHECK(env_file_named(name) == EnvFile::template_);
  }
  for (const std::string name : {".env.vault", ".env.enc", ".env.gpg",
                                 ".env.production.encrypted", "secrets.enc.env"}) {
    CAPTURE(name);
    CHECK(env_file_named(name) == EnvFile::encrypted);
  }
  for (const std::string name : {"",
                                 "env",
                                 "env.ts",
                                 "env.d.ts",
                                 ".env.d.ts",
                                 ".env.ts",
                                 "environment.prod.ts",
                                 "src/env.py",
                                 "env.go",
                                 "venv",
                                 "dotenv.md",
                                 ".environment",
                                 ".envoy",
                                 "my.env.js",
                                 "README.env.md",
                                 "envelope.txt",
                                 ".env/config",
                                 ".envelope",
                                 "env.list.md",
                                 "env_file_name.cc",
                                 "env_file_test.sh",
                                 ".env.hpp",
                                 ".env.nix",
                                 "tests.env.py",
                                 "use.env.variables",
                                 "secrets",
                                 "env.stuff"}) {
    CAPTURE(name);
    CHECK(env_file_named(name) == EnvFile::no);
  }
}

TEST_CASE("env_mode_named") {
  const auto mode = [](const std::string& path) {
    return name_of(env_mode_named(path));
  };
  CHECK(mode(".env") == "any");
  CHECK(mode(".env.production") == "production");
  CHECK(mode("a/PROD.env") == "production");
  CHECK(mode(".env.production.local") == "production");
  CHECK(mode("production/.env") == "production");
  CHECK(mode("production/.env.dev") == "development");
  CHECK(mode("production/app/.env") == "any");
  CHECK(mode(".env.local") == "development");
  CHECK(mode(".env.development") == "development");
  CHECK(mode(".env.preview") == "staging");
  CHECK(mode(".env.staging") == "staging");
  CHECK(mode(".env.testing") == "test");
  CHECK(mode("product.env") == "any");
}

TEST_CASE("is_shell_env_file") {
  CHECK(is_shell_env_file("a/.envrc"));
  CHECK(is_shell_env_file(".envrc.local"));
  CHECK(is_shell_env_file(".env.sh"));
  CHECK_FALSE(is_shell_env_file(".env"));
  CHECK_FALSE(is_shell_env_file(".envrcs"));
}

}  // namespace leaksieve
