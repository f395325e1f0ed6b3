#include "scanner/detect/logs/code_leaks.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/log_leaks.h"

namespace leaksieve::logs {

using Found = std::vector<std::string>;
using test::leaks;

TEST_CASE("find_code_leaks: what is printed, not what is mentioned") {
  CHECK(leaks("log.info('password changed for %s', user)\n", "a.py").empty());
  CHECK(leaks("log.info('login %s %s', user, password)\n", "a.py") ==
        Found{"password"});
  CHECK(leaks("console.log({ user, password })", "a.js") == Found{"password"});
  CHECK(leaks("print(len(password), bool(token), password is None)\n", "a.py").empty());
}

TEST_CASE("find_code_leaks: calls over several lines, with comments and nesting") {
  CHECK(leaks("log.info(\n  'a (%s)', # )\n  f'{user} {db_password}',\n)\n", "a.py") ==
        Found{"db_password"});
}

TEST_CASE("find_code_leaks: a flow names its chain and its places") {
  const std::string text =
      "import os\n\nkey = os.environ['X_SECRET']\nmsg = 'with ' + key\n\nprint(msg)\n";
  const auto found = test::leak_candidates(text, "a.py");
  REQUIRE(found.size() == 1);
  CHECK(found[0].evidence[0] ==
        "os.environ[X_SECRET] (line 3) -> key (line 3) -> msg (line 4) -> print (line "
        "6)");
  CHECK(found[0].related.size() == 3);
  CHECK(found[0].related[0].role == "source");
  CHECK(bytes_of(text, found[0].match) == "print(msg)");
}

TEST_CASE(
    "find_code_leaks: a variable is known from its assignment on, in its function") {
  CHECK(leaks("def f():\n  print(x)\n  x = api_key\n", "a.py").empty());
  CHECK(leaks("def f():\n  x = api_key\ndef g():\n  print(x)\n", "a.py").empty());
  CHECK(leaks("class A:\n  def f(self):\n    self.x = api_key\n  def g(self):\n    "
              "print(self.x)\n",
              "a.py") == Found{"self.x"});
  CHECK(leaks("x = api_key\nx = mask(api_key)\nprint(x)\n", "a.py").empty());
}

TEST_CASE("find_code_leaks: functions that give a secret and functions that log") {
  CHECK(leaks("def read():\n  return os.environ['A_TOKEN']\nprint(read())\n", "a.py") ==
        Found{"read()"});
  CHECK(leaks("function show(x) { console.log(x) }\nshow(apiKey)\n", "a.js") ==
        Found{"apiKey"});
}

TEST_CASE("find_code_leaks: errors have a rule of their own") {
  const auto found =
      test::leak_candidates("raise ValueError(f'bad key {api_key}')\n", "a.py");
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == RuleIndex{1});
}

TEST_CASE("find_code_leaks: a parser's tokens are no secrets") {
  CHECK(leaks("class Lexer: pass\nprint('token', token)\n", "a.py").empty());
  CHECK(leaks("print('bearer token', token)\n", "a.py") == Found{"token"});
}

TEST_CASE("find_code_leaks: places of low severity") {
  const auto severity = [](std::string_view text, std::string_view path) {
    const auto found = test::leak_candidates(text, path);
    return found.empty() ? Severity::critical : found[0].severity;
  };
  CHECK(severity("print(password)\n", "a.py") == Severity::high);
  CHECK(severity("print(password)\n", "tests/a.py") == Severity::medium);
  CHECK(severity("def create_api_key():\n  print(api_key)\n", "a.py") == Severity::low);
}

TEST_CASE("find_code_leaks: at most so many a text") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "print(password)\n";
  CHECK(test::leak_candidates(text, "a.py").size() == kMaxLeaksPerText);
}

}  // namespace leaksieve::logs
