#include "scanner/match/assignment/reader.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {
namespace {

// "name=value" as it is read around the word "pass" or "secret" in `text`; "?" if none.
std::string read(std::string_view text, std::string_view word = "pass") {
  const std::uint64_t begin = text.find(word);
  REQUIRE(begin != std::string_view::npos);
  const auto found = read_assignment(text, {begin, begin + word.size()});
  if (!found) return "?";
  return std::string(found->name) + "=" + std::string(bytes_of(text, found->value));
}

Join join_of(std::string_view text) {
  const std::uint64_t begin = text.find("pass");
  const auto found = read_assignment(text, {begin, begin + 4});
  REQUIRE(found);
  return found->join;
}

}  // namespace

TEST_CASE("read_assignment: every way to join a name and a value") {
  CHECK(read("db_password = 'v1'") == "db_password=v1");
  CHECK(read("db_password=v1") == "db_password=v1");
  CHECK(read("\"db.password\": \"v1\",") == "db.password=v1");
  CHECK(read("  password: v1 # note") == "password=v1");
  CHECK(read("password := \"v1\"") == "password=v1");
  CHECK(read("'password' => 'v1',") == "password=v1");
  CHECK(read("password: str = 'v1'") == "password=v1");
  CHECK(read("var password string = \"v1\"") == "password=v1");
  CHECK(read("password = Some(\"v1\")") == "password=v1");
  CHECK(read("password = ('v1')") == "password=v1");
  CHECK(read("password =\n    'v1'") == "password=v1");
  CHECK(read("config['password'] = 'v1'") == "password=v1");
  CHECK(read("{\\\"password\\\":\\\"v1\\\"}") == "password=v1");
}

TEST_CASE("read_assignment: how they are joined") {
  CHECK(join_of("password = 'v1'") == Join::assigned);
  CHECK(join_of("password == 'v1'") == Join::compared);
  CHECK(join_of("[ \"${password}\" == \"v1\" ]") == Join::compared);
  CHECK(join_of("env.password || 'v1'") == Join::default_);
  CHECK(join_of("getenv('password') or 'v1'") == Join::default_);
  CHECK(join_of("password = getenv('X', 'v1')") == Join::default_);
  CHECK(join_of("${password:-v1}") == Join::default_);
  CHECK(join_of("set('password', 'v1')") == Join::argument);
  CHECK(join_of("--password v1") == Join::argument);
  CHECK(join_of("o.password('v1')") == Join::argument);
  CHECK(join_of("<password>v1</password>") == Join::element);
  CHECK(join_of("name: password\n  value: v1") == Join::element);
  CHECK(join_of("?a=b&password=v1&c=d") == Join::parameter);
}

TEST_CASE("read_assignment: several lines and commands") {
  CHECK(read("- name: DB_password\n  value: \"v1\"") == "DB_password=v1");
  CHECK(read("\"name\": \"password\", \"value\": \"v1\"") == "password=v1");
  CHECK(read("<add key=\"password\" value=\"v1\"/>") == "password=v1");
  CHECK(read("<key>password</key>\n<string>v1</string>") == "password=v1");
  CHECK(read("password: |\n  v1\nx: 1\n") == "password=v1");
  CHECK(read("password: &a v1\n") == "password=v1");
  CHECK(read("-passin pass:v1 -out x", "pass:") == "pass=v1");
  CHECK(read("machine h login u password v1") == "password=v1");
  CHECK(read("ENV password v1") == "password=v1");
  CHECK(read("CREATE USER a IDENTIFIED BY 'v1'", "IDENTIFIED BY") ==
        "IDENTIFIED BY=v1");
}

TEST_CASE("read_assignment: no literal, no value") {
  for (const std::string_view text : {"password = getpass()",
                                      "password = get(\"x\")",
                                      "password",
                                      "password)",
                                      "password is v1",
                                      "the password 5",
                                      "password = x + 'v1'",
                                      "password = 'v1' + x",
                                      "password = f'{x}'",
                                      "password: {",
                                      "password = [",
                                      "HashPassword('pass', 'v1')",
                                      "['a', 'pass', 'b']",
                                      "password = \"v1",
                                      "password ? 'a' : 'b'",
                                      "<input type=\"password\" name=\"v1\">",
                                      "password =~ 'v1'",
                                      "password::v1",
                                      "test \"$mode,$pass\" = \"v1\"",
                                      "--- PASS: v1 pass",
                                      "badge.svg?pass=v1",
                                      "arn:aws:x:1:pass:v1",
                                      "password\n'v1'"}) {
    CAPTURE(text);
    CHECK(read(text) == "?");
  }
}

TEST_CASE("read_assignment: hostile texts end") {
  const std::string quotes(100000, '"');
  CHECK(read("password = " + quotes) == "?");
  CHECK(read("password" + std::string(100000, ' ') + "= 'v1'") == "?");
  CHECK(read("password = '" + std::string(100000, 'a') + "'") == "?");
  CHECK(read("password = " + std::string(100000, '(')) == "?");
  CHECK(read("password = " + std::string(100000, '\\') + "'") == "?");
  CHECK(read(std::string(100000, 'x') + "password = 'v1'") == "?");
  CHECK(read(std::string("password = '\0\xff\xfe'", 16)) != "");
}

}  // namespace leaksieve
