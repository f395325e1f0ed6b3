#include "scanner/match/validators/command_password.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {
namespace {

std::string secret_in(const std::string& command) {
  const ByteSpan all{0, command.size()};
  const Verdict verdict = check_command_password({command, all, all});
  if (!verdict.accept || verdict.confidence == Confidence::low) return "";
  return std::string(bytes_of(command, verdict.secret.value()));
}

}  // namespace

TEST_CASE("command-password: each program's own flag") {
  const std::string value = made("{alnum:14}");
  CHECK(secret_in("mysql -u shop -p" + value + " shop") == value);
  CHECK(secret_in("sshpass -p " + value + " ssh a") == value);
  CHECK(secret_in("sshpass -p'" + value + "' ssh a") == value);
  CHECK(secret_in("redis-cli -a " + value + "\n") == value);
  CHECK(secret_in("docker login -u shop -p " + value) == value);
  CHECK(secret_in("ldapsearch -x -w " + value + " uid=1") == value);
}

TEST_CASE("command-password: variables, questions, other flags, weak ones") {
  for (const std::string_view command :
       {"mysql -u shop -p shopdatabase7", "mysql -p$PASS1234", "sshpass -p \"$P\" ssh",
        "mysql -ppassword", "redis-cli -h 10.0.0.1", "mysql -u shop -p",
        "ssh -p 2222 host", "sshpass -p", "sshpass -p ''", "zip -P"}) {
    CAPTURE(command);
    CHECK(secret_in(std::string(command)).empty());
  }
  CHECK(secret_in("mysql " + std::string(100000, 'x')).empty());
}

}  // namespace leaksieve
