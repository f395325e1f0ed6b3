#include "scanner/detect/logs/script_values.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve::logs {
namespace {

// The level of the last expansion in the script.
Level last_level(std::string_view text, bool workflow = false) {
  ScriptValues values(text);
  if (workflow) values.learn_workflow();
  ShellLexer lexer(text, {0, text.size()});
  ShellCommand command;
  Level level = Level::none;
  while (lexer.next(command)) {
    for (const ShellExpansion& expansion : command.expansions) {
      level = values.leak_of(expansion).level;
    }
    values.learn(command);
  }
  return level;
}

}  // namespace

TEST_CASE("ScriptValues: names and forms") {
  CHECK(last_level("echo $API_TOKEN") == Level::high);
  CHECK(last_level("echo ${API_TOKEN:-none}") == Level::high);
  CHECK(last_level("echo $HOME") == Level::none);
  CHECK(last_level("echo ${#API_TOKEN}") == Level::none);
  CHECK(last_level("echo ${API_TOKEN:+set}") == Level::none);
  CHECK(last_level("echo ${API_TOKEN:0:4}") == Level::none);
  CHECK(last_level("echo ${API_TOKEN:0:8}") == Level::low);
  CHECK(last_level("echo $PASS of $TOTAL") == Level::none);
}

TEST_CASE("ScriptValues: what flows into variables") {
  CHECK(last_level("x=$API_TOKEN\necho $x") == Level::medium);
  CHECK(last_level("x=$(gh auth token)\necho $x") == Level::medium);
  CHECK(last_level("x=$(date)\necho $x") == Level::none);
  CHECK(last_level("read -s x\necho $x") == Level::medium);
  CHECK(last_level("x=$API_TOKEN\nx=none\necho $HOME$x") == Level::medium);
}

TEST_CASE("ScriptValues: expressions of a workflow") {
  CHECK(last_level("echo ${{ secrets.X }}") == Level::high);
  CHECK(last_level("echo ${{ toJSON(secrets) }}") == Level::high);
  CHECK(last_level("echo ${{ secrets.X != '' }}") == Level::none);
  CHECK(last_level("echo ${{ github.sha }}") == Level::none);
  CHECK(last_level("env:\n  A: ${{ secrets.X }}\necho $A", true) == Level::medium);
}

}  // namespace leaksieve::logs
