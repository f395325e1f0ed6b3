#include "scanner/detect/logs/script_commands.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve::logs {
namespace {

CommandKind kind(std::string_view text) {
  ShellLexer lexer(text, {0, text.size()});
  ShellCommand command;
  REQUIRE(lexer.next(command));
  return shape_of(text, command).kind;
}

bool hands(std::string_view text) {
  ShellLexer lexer(text, {0, text.size()});
  ShellCommand command;
  REQUIRE(lexer.next(command));
  return hands_on(text, command);
}

}  // namespace

TEST_CASE("shape_of") {
  CHECK(kind("sudo X=1 echo a") == CommandKind::prints);
  CHECK(kind("printf -v x a") == CommandKind::other);
  CHECK(kind("env") == CommandKind::environment);
  CHECK(kind("env X=1 run") == CommandKind::other);
  CHECK(kind("printenv API_TOKEN") == CommandKind::environment);
  CHECK(kind("printenv HOME") == CommandKind::other);
  CHECK(kind("set -eux") == CommandKind::traces);
  CHECK(kind("set +x") == CommandKind::traces_no_more);
  CHECK(kind("cat .env") == CommandKind::secret_file);
  CHECK(kind("cat .env.example") == CommandKind::other);
  CHECK(kind("vault kv get secret/x") == CommandKind::secret);
  CHECK(kind("kubectl get secret x -o yaml") == CommandKind::secret);
  CHECK(kind("kubectl get secret") == CommandKind::other);
  CHECK(kind("curl -sv https://x") == CommandKind::shows_its_headers);
  CHECK(kind("docker exec a printenv DB_PASSWORD") == CommandKind::environment);
  CHECK(kind("bash -x run.sh") == CommandKind::traces_program);
  CHECK(kind("login --password x") == CommandKind::other);
}

TEST_CASE("hands_on") {
  CHECK(hands("tee a.log"));
  CHECK(hands("base64"));
  CHECK(hands("sed 's/./& /g'"));
  CHECK_FALSE(hands("sed 's/./*/g'"));
  CHECK_FALSE(hands("docker login --password-stdin"));
  CHECK_FALSE(hands("grep -q x"));
  CHECK_FALSE(hands("grep '^LANG='"));
  CHECK(hands("grep TOKEN"));
}

}  // namespace leaksieve::logs
