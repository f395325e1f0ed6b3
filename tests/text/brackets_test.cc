#include "scanner/text/brackets.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "scanner/text/code_lexer.h"

namespace leaksieve {
namespace {

std::string partners(std::string_view text) {
  CodeLexer lexer(text, CodeLanguage::javascript);
  std::vector<Token> tokens;
  lexer.read(1U << 20, tokens);
  std::string out;
  for (const std::uint32_t other : match_brackets(text, tokens)) {
    out += other == kNoToken ? "-" : std::to_string(other);
    out += ' ';
  }
  return out;
}

}  // namespace

TEST_CASE("match_brackets") {
  CHECK(partners("f(a[1])") == "- 6 - 5 - 3 1 ");
  CHECK(partners("`${a}`") == "4 3 - 1 0 ");
  CHECK(partners(")]}") == "- - - ");
  CHECK(partners("((") == "- - ");
  CHECK(partners("{(}") == "2 - 0 ");
  CHECK(partners("").empty());
}

TEST_CASE("match_brackets is cheap for brackets that never close") {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "([{";
  for (int i = 0; i < 200000; ++i) text += ")";
  CHECK(partners(text).size() > text.size());
}

}  // namespace leaksieve
