#include "scanner/detect/logs/functions.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/log_leaks.h"

namespace leaksieve::logs {
namespace {

// "name(parameters)" of each function, and how many parents it has.
std::string functions(std::string_view text, CodeLanguage language) {
  const Code code = test::read_code(text, language);
  const auto list = find_functions(code);
  std::string out;
  for (const Function& function : list) {
    int depth = 0;
    for (std::uint32_t at = function.parent; at != kNoFunction; at = list[at].parent)
      ++depth;
    out += std::string(static_cast<std::size_t>(depth), '>') +
           std::string(function.name) + "(";
    for (const std::uint32_t name : parameters_of(code, function)) {
      out += std::string(code.str(name)) + " ";
    }
    out += ")";
  }
  return out;
}

}  // namespace

using enum CodeLanguage;

TEST_CASE("find_functions of each family") {
  CHECK(functions("def f(a, b=1):\n  def g():\n    x\n  y\nz\ndef h(*c):\n  w\n",
                  python) == "f(a b )>g()h(c )");
  CHECK(functions("def f(a)\n  x\nend\ndef g\n  y\nend\n", ruby) == "f(a )g()");
  CHECK(functions("function f(a) { const g = (b) => b + 1 }", javascript) ==
        "f(a )>g(b )");
  CHECK(functions("if (a) { b() } while (c) { }", javascript).empty());
  CHECK(functions("func (r T) f(a string, b int) (int, error) { return 1, nil }", go) ==
        "f(a b )");
  CHECK(functions("class A { int f(String a, int b) throws X { return 1; } }", java) ==
        "f(a b )");
  CHECK(functions("fn f(a: &str) -> String { a }", rust) == "f(a )");
  CHECK(functions("fun f(a: String) = a\n", kotlin) == "f(a )");
}

TEST_CASE("arguments_of splits at its own commas") {
  const Code code = test::read_code("f(a, g(b, c), [d, e])", javascript);
  CHECK(arguments_of(code, 1, 10).size() == 3);
  CHECK(arguments_of(code, 1, 2).size() == 2);
  CHECK(arguments_of(code, kNoToken, 2).empty());
}

}  // namespace leaksieve::logs
