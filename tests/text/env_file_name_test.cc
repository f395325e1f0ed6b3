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
                                 "a/b/c/environment.env"}) {
    CAPTURE(name);
    CHECK(env_file_named(name) == EnvFile::real);
  }
  for (const std::string name :
       {".env.example", ".env.local.example", "example.env", "env.sample",
        ".env.sample", ".env.template", ".env.dist", ".env.defaults", ".env-example",
        "sample.env", ".env.test.example", ".env.schema", ".ENV.EXAMPLE",
        "env.example"}) {
    CAPTURE(name);
    CHECK(env_file_named(name) == EnvFile::template_);
  }
  for (const std::string name : {".env.vault", ".env.enc", ".env.gpg"}) {
    CAPTURE(name);
    CHECK(env_file_named(name) == EnvFile::encrypted);
  }
  for (const std::string name :
       {"", "env", "env.ts", "env.d.ts", ".env.d.ts", ".env.ts", "environment.prod.ts",
        "src/env.py", "env.go", "venv", "dotenv.md", ".environment", ".envoy",
        "my.env.js", "README.env.md", "envelope.txt", ".env/config"}) {
    CAPTURE(name);
    CHECK(env_file_named(name) == EnvFile::no);
  }
}

}  // namespace leaksieve
