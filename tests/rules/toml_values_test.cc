#include "scanner/rules/toml_values.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {
namespace {

std::string error_of(std::string_view text) {
  const auto parsed = parse_toml(text, "a.toml");
  return parsed ? "" : parsed.error().message;
}

std::string repeated(std::string_view text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("parse_toml refuses what is damaged, and says where") {
  CHECK(error_of("a = 1\nb = 'x\n").starts_with("a.toml:2:"));
  CHECK(error_of("a = 1\n<<<<<<< HEAD\nb = 1\n") ==
        "a.toml:2:1: there are marks of a merge conflict; resolve it first");
  CHECK(error_of("a = 1\n>>>>>>> theirs\n").starts_with("a.toml:2:1: there are marks"));
  CHECK(error_of("a = 1\nb = \"\xff\"\n").starts_with("a.toml:2:"));
  CHECK(error_of("\x1b = 1\n").find('\x1b') == std::string::npos);
  CHECK(error_of(std::string(5 << 20, '\n')) == "a.toml: more than 4194304 bytes");
}

TEST_CASE("parse_toml refuses what nests without a bound") {
  CHECK(error_of("a" + repeated(".a", 100000) + " = 1\n")
            .starts_with("a.toml:1:1: more than 500 dots"));
  CHECK(error_of("a = " + repeated("[", 100000)).starts_with("a.toml:1:"));
  CHECK(error_of("a = " + repeated("{a=", 100000)).starts_with("a.toml:1:"));
  // As deep as anything may be: it is parsed and freed.
  std::string deep;
  for (int i = 0; i < 15; ++i)
    deep += (i == 0 ? "" : "[{") + ("a" + repeated(".a", 450)) + "=\n";
  CHECK_FALSE(parse_toml(deep, "a.toml"));
  CHECK(parse_toml("a" + repeated(".a", 499) + " = 1\n", "a.toml"));
}

TEST_CASE("TomlValues") {
  const auto root = parse_toml(
      "t = 'x'\nn = 1.5\ni = 7\nb = true\nl = ['a', 'b']\nm = ['a', 1]\n", "a.toml");
  REQUIRE(root);
  const TomlValues values("a.toml");
  const auto node = [&](const char* key) -> const toml::node& {
    return *root->get(key);
  };
  CHECK(*values.text(node("t"), "t") == "x");
  CHECK(values.text(node("n"), "n").error().message ==
        "a.toml:2:5: n must be a string");
  CHECK(*values.number(node("n"), "n") == 1.5);
  CHECK(*values.number(node("i"), "i") == 7);
  CHECK_FALSE(values.number(node("i"), "i", 6));
  CHECK(*values.integer(node("i"), "i") == 7);
  CHECK_FALSE(values.integer(node("n"), "n"));
  CHECK(*values.flag(node("b"), "b"));
  CHECK(*values.list(node("l"), "l") == std::vector<std::string>{"a", "b"});
  CHECK(values.list(node("m"), "m").error().message ==
        "a.toml:6:11: m must be an array of strings");
  CHECK(values.place(node("i")).text() == "a.toml:3:5");
}

}  // namespace leaksieve
