// What one chain shows: scanner/detect/logs/judge.cc.
#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/log_leaks.h"

namespace leaksieve::logs {
namespace {

bool shows(std::string_view expression, std::string_view path = "a.py") {
  return !test::leaks("print(" + std::string(expression) + ")\n", path).empty();
}

}  // namespace

TEST_CASE("a chain is judged by its last name") {
  CHECK(shows("o.password"));
  CHECK(shows("o['password']"));
  CHECK(shows("o.get('password')"));
  CHECK(shows("o.getPassword()"));
  CHECK(shows("config.auth.pass"));
  CHECK_FALSE(shows("password.owner"));
  CHECK_FALSE(shows("config['host']"));
  CHECK_FALSE(shows("messages.WrongPassword"));
  CHECK_FALSE(shows("TokenType.SECRET"));
}

TEST_CASE("methods that hand on, cut, mask or ask") {
  CHECK(shows("password.strip().lower()"));
  CHECK(shows("base64.b64encode(password)"));
  CHECK_FALSE(shows("api_key[:4]"));
  CHECK_FALSE(shows("hashlib.sha256(password).hexdigest()"));
  CHECK_FALSE(shows("password.isalpha()"));
  CHECK_FALSE(shows("re.sub(r'.', '*', password)"));
  CHECK(shows("apiKey.toString()", "a.java"));
  const auto cut = test::leak_candidates("print(api_key[:8])\n", "a.py");
  REQUIRE(cut.size() == 1);
  CHECK(cut[0].confidence == Confidence::low);
}

TEST_CASE("values of fields, and methods without brackets") {
  CHECK(shows("passwordField.text", "a.swift"));
  CHECK(test::leaks("puts api_key.to_s\n", "a.rb").size() == 1);
  CHECK(test::leaks("puts api_key.length\n", "a.rb").empty());
}

TEST_CASE("one of all variables that nobody names") {
  CHECK(shows("os.environ"));
  CHECK_FALSE(shows("os.environ[name]"));
  CHECK_FALSE(shows("os.environ.get(name)"));
}

}  // namespace leaksieve::logs
