#include "scanner/detect/logs/code.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/log_leaks.h"

namespace leaksieve::logs {

TEST_CASE("statement_end: lines, brackets, semicolons") {
  const auto end = [](std::string_view text, CodeLanguage language) {
    const Code code = test::read_code(text, language);
    const std::uint32_t stop = statement_end(code, 0, 1000);
    return stop == 0 ? std::string() : std::string(bytes_of(text, code.span(0, stop)));
  };
  CHECK(end("a + b\nc", CodeLanguage::python) == "a + b");
  CHECK(end("a(\n1,\n2)\nc", CodeLanguage::python) == "a(\n1,\n2)");
  CHECK(end("a +\nb\nc", CodeLanguage::go) == "a +\nb");
  CHECK(end("a\n  .b()\nc", CodeLanguage::javascript) == "a\n  .b()");
  CHECK(end("a\nb; c", CodeLanguage::java) == "a\nb");
  CHECK(end("a } b", CodeLanguage::java) == "a");
  CHECK(end("a ( b", CodeLanguage::java) == "a");
}

TEST_CASE("index_code counts what may be sensitive") {
  const Code code =
      test::read_code("total = password + 'api key'", CodeLanguage::python);
  CHECK(code.hot_before.back() == 2);
  CHECK_FALSE(code.hot(0, 2));
  CHECK(code.hot(2, 3));
}

TEST_CASE("is_keyword") {
  CHECK(is_keyword("return"));
  CHECK_FALSE(is_keyword("password"));
}

}  // namespace leaksieve::logs
