#include "scanner/text/shell_lexer.h"

#include <doctest/doctest.h>

#include <ostream>
#include <random>
#include <string>

namespace leaksieve {
namespace {

// The words of each command, with what is connected to it.
std::string commands(std::string_view text) {
  ShellLexer lexer(text, {0, text.size()});
  ShellCommand command;
  std::string out;
  while (lexer.next(command)) {
    out += out.empty() ? "" : "; ";
    for (std::size_t i = 0; i < command.words.size(); ++i) {
      out += (i == 0 ? "" : " ") + std::string(bytes_of(text, command.words[i].span));
    }
    if (command.output.size() > 0) {
      out += " >" + std::string(bytes_of(text, command.output));
    }
    if (command.body.size() > 0) out += " body";
    if (command.piped) out += " |";
  }
  return out;
}

std::string values(std::string_view text) {
  ShellLexer lexer(text, {0, text.size()});
  ShellCommand command;
  std::string out;
  while (lexer.next(command)) {
    for (const ShellExpansion& value : command.expansions) {
      constexpr std::string_view kForms[] = {"whole", "none", "part", "command",
                                             "expression"};
      out += std::string(kForms[static_cast<std::size_t>(value.form)]) + " " +
             std::string(bytes_of(text, value.name)) +
             (value.shown >= 0 ? " " + std::to_string(value.shown) : "") + "; ";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("ShellLexer splits a script into commands") {
  CHECK(commands("a b; c && d | e # f\ng") == "a b; c; d |; e; g");
  CHECK(commands("a 'b; c' \"d; e\" f\\;g") == "a 'b; c' \"d; e\" f\\;g");
  CHECK(commands("a \\\n  b\nc") == "a b; c");
  CHECK(commands("a > x 2>/dev/null >>y\nb >&2\nc &> z") == "a >y; b; c >z");
  CHECK(commands("x=(a b) c\nd <(e f) g") == "x=(a b) c; d g");
  CHECK(commands("cat <<E > f\nb $c\nE\nd") == "cat >f body; d");
  CHECK(commands("a $(b; c) `d; e`") == "a $(b; c) `d; e`");
  CHECK(commands("").empty());
}

TEST_CASE("ShellLexer reads the values in words") {
  CHECK(values("echo $A ${B} \"$C\" '$D'") == "whole A; whole B; whole C; ");
  CHECK(values("${#A} ${B:+x} ${C:0:4} ${D: -3} ${E%x} ${F:-$G}") ==
        "none A; none B; part C 4; part D 3; part E; whole F; ");
  CHECK(values("$(cat x) '${{ secrets.A }}'") ==
        "command cat x; expression  secrets.A ; ");
  CHECK(values("$env:A") == "whole A; ");
  CHECK(values("cat <<E\n$A\nE") == "whole A; ");
  CHECK(values("cat <<'E'\n$A\nE").empty());
}

TEST_CASE("ShellLexer ends on any bytes") {
  const std::uint32_t seed = 3;
  CAPTURE(seed);
  std::mt19937 random(seed);
  constexpr std::string_view kPieces[] = {"'",  "\"", "$",  "${", "$(", "`",   "}",
                                          ")",  "(",  "<<", ">",  "|",  "&",   "\n",
                                          "\\", "a",  "=",  "#",  "E",  "${{", " "};
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    const std::size_t size = random() % 30;
    for (std::size_t i = 0; i < size; ++i)
      text += kPieces[random() % std::size(kPieces)];
    CAPTURE(text);
    ShellLexer lexer(text, {0, text.size()});
    ShellCommand command;
    std::size_t count = 0;
    while (lexer.next(command)) {
      REQUIRE(++count < 100);
      REQUIRE(command.span.end <= text.size());
      for (const ShellExpansion& value : command.expansions) {
        REQUIRE(value.name.begin <= value.name.end);
        REQUIRE(value.span.end <= text.size());
      }
    }
  }
}

}  // namespace leaksieve
