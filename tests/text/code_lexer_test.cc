#include "scanner/text/code_lexer.h"

#include <doctest/doctest.h>

#include <ostream>
#include <random>
#include <string>

namespace leaksieve {
namespace {

// The tokens with a letter for the kind of each: n(ame) 1(number) t(ext) "(string
// begins)
// '(string ends) <(value begins) >(value ends); brackets and operators as they are.
std::string tokens(std::string_view text, CodeLanguage language) {
  CodeLexer lexer(text, language);
  std::vector<Token> list;
  while (lexer.read(100, list)) {
  }
  std::string out;
  for (const Token& token : list) {
    if (!out.empty()) out += ' ';
    switch (token.kind) {
      case Token::Kind::name:
        out += "n:";
        break;
      case Token::Kind::text:
        out += "t:";
        break;
      case Token::Kind::string_begin:
        out += "\"";
        continue;
      case Token::Kind::string_end:
        out += "'";
        continue;
      case Token::Kind::value_begin:
        out += "<";
        continue;
      case Token::Kind::value_end:
        out += ">";
        continue;
      case Token::Kind::newline:
        out += "/";
        continue;
      default:
        break;
    }
    out += token.in(text);
  }
  return out;
}

}  // namespace

using enum CodeLanguage;

TEST_CASE("CodeLexer skips comments") {
  CHECK(tokens("a # b\nc", python) == "n:a / n:c");
  CHECK(tokens("a // b\nc /* d\n */ e", javascript) == "n:a / n:c n:e");
  CHECK(tokens("a /* b /* c */ d */ e", rust) == "n:a n:e");
  CHECK(tokens("a /* b /* c */ d", c) == "n:a n:d");
  CHECK(tokens("a /* never", go) == "n:a");
  CHECK(tokens("a\n=begin\nputs b\n=end\nc", ruby) == "n:a / n:c");
}

TEST_CASE("CodeLexer reads names, numbers, operators") {
  CHECK(tokens("a.b?.c->d::e", javascript) == "n:a . n:b ?. n:c -> n:d :: n:e");
  CHECK(tokens("x := 1.5e3 << 0x_ff", go) == "n:x := 1.5e3 << 0x_ff");
  CHECK(tokens("$a->b", php) == "n:$a -> n:b");
  CHECK(tokens("@a.nil? ? :b : c", ruby) == "n:@a . n:nil? ? t:b : n:c");
  CHECK(tokens("'a' 'lifetime x", rust) == "'a' n:lifetime n:x");
}

TEST_CASE("CodeLexer tells a regular expression from a division") {
  CHECK(tokens("a = /[/']x/g + b / c / d", javascript) ==
        "n:a = t:[/']x + n:b / n:c / n:d");
}

TEST_CASE("CodeLexer reads here-documents") {
  CHECK(tokens("f(<<~E)\n  a #{b} E\n  E\ng", ruby) ==
        "n:f ( << ) / \" t:  a  < n:b > t: E\n ' / n:g");
}

TEST_CASE("CodeLexer reads code in PHP's tags alone") {
  CHECK(tokens("it's <?php echo $a ?> isn't <?= $b ?> it", php) ==
        "n:echo n:$a / n:<?= n:$b /");
}

TEST_CASE("CodeLexer stops after enough tokens and goes on") {
  const std::string text = "a b c\nd e f\n";
  CodeLexer lexer(text, python);
  std::vector<Token> list;
  REQUIRE(lexer.read(2, list));
  CHECK(list.size() == 4);
  list.clear();
  REQUIRE(lexer.read(100, list));
  CHECK(list.front().in(text) == "d");
  list.clear();
  CHECK_FALSE(lexer.read(1, list));
}

TEST_CASE("CodeLexer survives any bytes: tokens are in order and inside") {
  const std::uint32_t seed = 11;
  CAPTURE(seed);
  std::mt19937 random(seed);
  constexpr std::string_view kPieces[] = {
      "\"",    "'",  "`",     "${", "#{", "\\(", "{", "}",    "(",      ")",
      "f\"",   "\n", "\\",    "/*", "*/", "//",  "#", "r#\"", "\"\"\"", "<<~A",
      "<?php", "?>", "R\"x(", "a",  "$a", "@",   "/", "\xff"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const std::size_t size = random() % 40;
    for (std::size_t i = 0; i < size; ++i)
      text += kPieces[random() % std::size(kPieces)];
    CAPTURE(text);
    for (const CodeLanguage language :
         {python, javascript, go, java, kotlin, scala, rust, swift, ruby, csharp, php,
          c, dart, other}) {
      CodeLexer lexer(text, language);
      std::vector<Token> list;
      while (lexer.read(3, list)) {
        REQUIRE(list.size() < 1000);
      }
      std::uint32_t last = 0;
      for (const Token& token : list) {
        REQUIRE(token.begin <= token.end);
        REQUIRE(token.end <= text.size());
        REQUIRE(token.begin + 3 >= last);  // marks of strings may overlap their text
        last = token.begin;
      }
    }
  }
}

}  // namespace leaksieve
