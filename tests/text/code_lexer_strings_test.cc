// Strings and the values in them: scanner/text/code_lexer_strings.cc.
#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "scanner/text/code_lexer.h"

namespace leaksieve {
namespace {

// The texts and, in angle brackets, the values.
std::string pieces(std::string_view text, CodeLanguage language) {
  CodeLexer lexer(text, language);
  std::vector<Token> list;
  while (lexer.read(100, list)) {
  }
  std::string out;
  for (const Token& token : list) {
    if (token.kind == Token::Kind::value_begin) out += "<";
    if (token.kind == Token::Kind::value_end) out += ">";
    if (token.kind == Token::Kind::text) out += "[" + std::string(token.in(text)) + "]";
    if (token.kind == Token::Kind::name) out += token.in(text);
  }
  return out;
}

}  // namespace

using enum CodeLanguage;

TEST_CASE("strings without values are one text") {
  CHECK(pieces(R"(x = "a \" b")", javascript) == "x[a \\\" b]");
  CHECK(pieces("x = `a\nb`", go) == "x[a\nb]");
  CHECK(pieces("x = '''a 'b'\nc''' y", python) == "x[a 'b'\nc]y");
  CHECK(pieces("x = @\"a\\\" + \"\"", csharp) == "x[a\\][]");
  CHECK(pieces("r#\"a \" b\"# c", rust) == "[a \" b]c");
  CHECK(pieces("R\"x(a)\" )x\" c", CodeLanguage::c) == "[a)\" ]c");
  CHECK(pieces("\"${x}\"", javascript) == "[${x}]");
}

TEST_CASE("values in strings, by language") {
  CHECK(pieces("f\"a {b!r:>{w}} {{c}}\"", python) == "[a ]<br>[ {{c}}]");
  CHECK(pieces("`a ${b.c} ${`d ${e}`}`", javascript) == "[a ]<bc>[ ]<[d ]<e>>");
  CHECK(pieces("\"a $b ${c.d}\"", kotlin) == "[a ]<b>[ ]<cd>");
  CHECK(pieces("\"a #{b} #c\"", ruby) == "[a ]<b>[ #c]");
  CHECK(pieces("'a #{b}'", ruby) == "[a #{b}]");
  CHECK(pieces("\"a \\(b(\")\")) c\"", swift) == "[a ]<b[)]>[ c]");
  CHECK(pieces("$\"a {b:x} {c}\"", csharp) == "[a ]<b>[ ]<c>");
  CHECK(pieces("<?php \"a $b->c $d[e] {$f['g']}\"", php) ==
        "[a ]<$bc>[ ]<$d[e]>[ ]<$f[g]>");
  CHECK(pieces("s\"a $b\"", scala) == "[a ]<b>");
}

TEST_CASE("a string that does not end ends with its line, or with the text") {
  CHECK(pieces("x = \"a\ny", javascript) == "x[a]y");
  CHECK(pieces("x = 'a\ny", python) == "x[a]y");
  CHECK(pieces("x = f\"a {b\ny", python) == "x[a ]<b>y");
  CHECK(pieces("x = `a\ny", javascript) == "x[a\ny]");
  CHECK(pieces("\"\\", CodeLanguage::c) == "[\\]");
}

TEST_CASE("values nest to a depth, then they are text") {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "`${";
  CHECK(pieces(text, javascript).size() < text.size() * 2);
}

}  // namespace leaksieve
