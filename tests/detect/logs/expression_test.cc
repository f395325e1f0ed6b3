#include "scanner/detect/logs/expression.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/log_leaks.h"

namespace leaksieve::logs {
namespace {

// The expressions that a list of arguments shows.
std::string shown(std::string_view text, CodeLanguage language,
                  std::uint64_t budget = 100000) {
  const Code code = test::read_code(text, language);
  const std::vector<Function> none;
  const Flow flow;
  ExpressionReader reader(code, none, flow, budget);
  std::vector<Leak> leaks;
  reader.read(0, code.size(), {}, leaks);
  std::string out;
  for (const Leak& leak : leaks) {
    out += (out.empty() ? "" : " ") + std::string(bytes_of(text, leak.span));
  }
  return out;
}

}  // namespace

using enum CodeLanguage;

TEST_CASE(
    "ExpressionReader: operands, pieces of strings, fields, arguments with names") {
  CHECK(shown("'a' + password", python) == "password");
  CHECK(shown("f'{user} {user.password!r}'", python) == "user.password");
  CHECK(shown("x, password=p", python) == "p");
  CHECK(shown("{ 'password': p, name: n }", javascript) == "p");
  CHECK(shown("\"password\", p", go) == "p");
  CHECK(shown("'%s: %s' % (user, password)", python) == "password");
  CHECK(shown("\"{password} {{token}}\"", rust) == "password");
}

TEST_CASE("ExpressionReader: questions and conditions show nothing") {
  CHECK(shown("password is None", python).empty());
  CHECK(shown("not password", python).empty());
  CHECK(shown("'set' if password else 'unset'", python).empty());
  CHECK(shown("password ? 'set' : 'unset'", javascript).empty());
  CHECK(shown("!!password, !password, password == x", javascript).empty());
  CHECK(shown("password && 'set'", javascript).empty());
  CHECK(shown("x ? password : y", javascript) == "password");
  CHECK(shown("password || 'none'", javascript) == "password");
  CHECK(shown("(bool) $password", php).empty());
}

TEST_CASE("ExpressionReader: what a label says of a plain value") {
  CHECK(shown("'password: ' + value", python) == "value");
  CHECK(shown("`api key=${value}`", javascript) == "value");
  CHECK(shown("'user: ' + value", python).empty());
  CHECK(shown("'password error: ' + err", python).empty());
  CHECK(shown("'password: %s', value", python) == "value");
  CHECK(shown("\"key %.4s\", api_key", CodeLanguage::c).empty());
}

TEST_CASE("ExpressionReader: functions that stand in a list of arguments") {
  CHECK(shown("connect(password)", python).empty());
  CHECK(shown("str(password)", python) == "password");
  CHECK(shown("mask(password)", python).empty());
  CHECK(shown("() => { f(password) }", javascript).empty());
}

TEST_CASE("ExpressionReader: no more than its budget") {
  CHECK(shown("a, b, c, d, password", python, 3).empty());
}

}  // namespace leaksieve::logs
