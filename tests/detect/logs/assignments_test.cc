#include "scanner/detect/logs/assignments.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/log_leaks.h"

namespace leaksieve::logs {
namespace {

std::string targets(std::string_view text, CodeLanguage language,
                    std::string_view op = "=") {
  const Code code = test::read_code(text, language);
  std::uint32_t i = code.size();
  for (std::uint32_t at = code.size(); at > 0; --at) {
    if (code.is(at - 1, op)) i = at - 1;
  }
  if (language == CodeLanguage::javascript) {
    for (std::uint32_t at = 0; at < code.size(); ++at) {
      if (code.is(at, op)) i = at;
    }
  }
  std::string out;
  for (const std::uint32_t name : targets_of(code, i).names) {
    out += (out.empty() ? "" : " ") + std::string(code.str(name));
  }
  return out;
}

}  // namespace

using enum CodeLanguage;

TEST_CASE("targets_of") {
  CHECK(targets("x = 1", python) == "x");
  CHECK(targets("a = 1\nself.x = 1", python) == "a");
  CHECK(targets("x: str = 1", python) == "x");
  CHECK(targets("a, b = c", python) == "a b");
  CHECK(targets("final String x = y;", java) == "x");
  CHECK(targets("char x[10] = y;", CodeLanguage::c) == "x");
  CHECK(targets("const { a, b: c } = d", javascript) == "a a b c");
  CHECK(targets("o['k'] = 1", python) == "k");
  CHECK(targets("x, err := f()", go, ":=") == "x err");
  CHECK(targets("if let Some(x) = y {", rust) == "x");
  CHECK(targets("= 1", python).empty());
}

TEST_CASE("learn_assignment: by ways that a value takes") {
  using Found = std::vector<std::string>;
  const auto leaks = test::leaks;
  CHECK(leaks("a = password\nb = a\nprint(b)\n", "a.py") == Found{"b"});
  CHECK(leaks("a, b = 1, password\nprint(a, b)\n", "a.py") == Found{"b"});
  CHECK(leaks("const { K: k } = process.env\nconsole.log(k)\n", "a.js").empty());
  CHECK(leaks("const { A_KEY: k } = process.env\nconsole.log(k)\n", "a.js") ==
        Found{"k"});
  CHECK(leaks("a = {'p': password, 'h': host}\nprint(a)\n", "a.py") == Found{"a"});
  CHECK(leaks("o.password = x\nprint(o)\n", "a.py") == Found{"o"});
  CHECK(leaks("err := login(password)\nfmt.Println(err)\n", "a.go").empty());
  CHECK(leaks("a = 'PASSWORD'\npassword = 'DB_PASSWORD'\nprint(password)\n", "a.py")
            .empty());
}

}  // namespace leaksieve::logs
