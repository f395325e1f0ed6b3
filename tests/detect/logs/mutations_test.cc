#include "scanner/detect/logs/mutations.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/log_leaks.h"

namespace leaksieve::logs {

using Found = std::vector<std::string>;
using test::leaks;

TEST_CASE("learn_loop: each of all variables is one, their names are none") {
  CHECK(leaks("for k, v in os.environ.items():\n  print(k)\n", "a.py").empty());
  CHECK(leaks("for k, v in os.environ.items():\n  print(v)\n", "a.py") == Found{"v"});
  CHECK(leaks("for (const [k, v] of Object.entries(process.env)) { console.log(v) }",
              "a.js") == Found{"v"});
  CHECK(leaks("<?php foreach ($_ENV as $k => $v) { echo $v; }", "a.php") ==
        Found{"$v"});
  CHECK(leaks("for x in names:\n  print(x)\n", "a.py").empty());
}

TEST_CASE("learn_mutation: objects that are given a secret") {
  CHECK(leaks("s.append(password)\nprint(s)\n", "a.py") == Found{"s"});
  CHECK(leaks("headers.put(\"Authorization\", \"Bearer \" + "
              "accessToken);\nlog.info(\"{}\", headers);",
              "A.java") == Found{"headers"});
  CHECK(leaks("snprintf(buf, sizeof buf, \"%s\", password);\nputs(buf);", "a.c") ==
        Found{"buf"});
  CHECK(leaks("out << password;\nstd::cout << out.str();", "a.cc") ==
        Found{"out.str()"});
  CHECK(leaks("s.append(user)\nprint(s)\n", "a.py").empty());
}

TEST_CASE("learn_type: types that hide, settings that Spring puts in") {
  CHECK(leaks("password: SecretStr = x\nprint(password)\n", "a.py").empty());
  CHECK(leaks("SecureString password = f();\nConsole.WriteLine(password);", "a.cs")
            .empty());
  CHECK(leaks("class A { @Value(\"${a.jwt.secret}\") private String v; void f() { "
              "log.info(v); } }",
              "A.java") == Found{"v"});
}

}  // namespace leaksieve::logs
