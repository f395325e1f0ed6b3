#include "scanner/text/file_kind.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {

TEST_CASE("file_kind_of: the syntax by the name of the file") {
  CHECK(file_kind_of("src/a.py").syntax == Syntax::code);
  CHECK(file_kind_of("infra/main.tf").syntax == Syntax::code);
  CHECK(file_kind_of("a.YAML").syntax == Syntax::configuration);
  CHECK(file_kind_of("home/.npmrc").syntax == Syntax::configuration);
  CHECK(file_kind_of(".aws/credentials").syntax == Syntax::configuration);
  CHECK(file_kind_of("deploy/.env.production").syntax == Syntax::environment);
  CHECK(file_kind_of("Dockerfile.dev").syntax == Syntax::script);
  CHECK(file_kind_of("bin/run.sh").syntax == Syntax::script);
  CHECK(file_kind_of("pom.xml").syntax == Syntax::markup);
  CHECK(file_kind_of("README.md").syntax == Syntax::prose);
  CHECK(file_kind_of("LICENSE").syntax == Syntax::unknown);
  CHECK(file_kind_of("").syntax == Syntax::unknown);
}

TEST_CASE("file_kind_of: what the folders and the name tell") {
  CHECK(file_kind_of("tests/a.py").test);
  CHECK(file_kind_of("src/app.spec.ts").test);
  CHECK(file_kind_of("src/UserTest.java").test);
  CHECK(file_kind_of("spec/fixtures/a.json").test);
  CHECK(file_kind_of("git/t/t0300.sh").test);
  CHECK_FALSE(file_kind_of("src/latest/a.py").test);
  CHECK(file_kind_of("examples/a.py").example);
  CHECK(file_kind_of(".env.example").example);
  CHECK(file_kind_of("docs/a.py").document);
  CHECK(file_kind_of("vendor/a/b.go").foreign);
  CHECK(file_kind_of("static/app.min.js").foreign);
  CHECK(file_kind_of("config/locales/de.yml").translation);
  CHECK(file_kind_of("src/login_pt_BR.properties").translation);
  CHECK(file_kind_of("src/login_de.properties").translation);
  CHECK_FALSE(file_kind_of("src/application_db.properties.bak").translation);
  CHECK_FALSE(file_kind_of("src/application-dev.properties").translation);
  CHECK(file_kind_of("web/yarn.lock").lock);
  CHECK(file_kind_of("go.sum").lock);
  CHECK(file_kind_of("a.css").lock);
  const FileKind plain = file_kind_of("src/billing/client.go");
  CHECK_FALSE((plain.test || plain.example || plain.document || plain.foreign ||
               plain.translation || plain.lock));
}

}  // namespace leaksieve
