#include "scanner/detect/logs/chain.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/log_leaks.h"

namespace leaksieve::logs {
namespace {

std::string first_chain(std::string_view text, CodeLanguage language) {
  const Code code = test::read_code(text, language);
  Chain chain;
  read_chain(code, 0, chain);
  return path_of(code, chain, chain.parts.size());
}

}  // namespace

TEST_CASE("read_chain: members, calls, subscripts of each language") {
  using enum CodeLanguage;
  CHECK(first_chain("os.environ['X'].strip() + a", python) == "os.environ[].strip()");
  CHECK(first_chain("a?.b!.c[0](d)", javascript) == "a.b.c[]()");
  CHECK(first_chain("std::env::var(\"X\").unwrap()?", rust) ==
        "std.env.var().unwrap()");
  CHECK(first_chain("println!(\"x\")", rust) == "println()");
  CHECK(first_chain("$a->b['c']", php) == "$a.b[]");
  CHECK(first_chain("$a . $b", php) == "$a");
  CHECK(first_chain("log.info(x) { y }", kotlin) == "log.info(){}");
  CHECK(first_chain("get<string>(\"x\")", csharp) == "get()");
  CHECK(first_chain("v.collect::<Vec<_>>()", rust) == "v.collect()");
  CHECK(first_chain("a\n  .b()\n  .c", javascript) == "a.b().c");
  CHECK(first_chain("puts [a]", ruby) == "puts");
  CHECK(first_chain("f(", javascript) == "f");
}

TEST_CASE("begins_chain: a member is part of what stands before it") {
  const Code code = test::read_code("a.b('x'.c, (d).e, if)", CodeLanguage::python);
  std::string begins;
  for (std::uint32_t i = 0; i < code.size(); ++i) {
    bool tail = false;
    if (begins_chain(code, i, tail))
      begins += std::string(code.str(i)) + (tail ? "+ " : " ");
  }
  CHECK(begins == "a c+ d e+ ");
}

TEST_CASE("literal_in") {
  const auto literal = [](std::string_view text) {
    const Code code = test::read_code(text, CodeLanguage::python);
    Chain chain;
    read_chain(code, 0, chain);
    return std::string(literal_in(code, chain.parts.back()));
  };
  CHECK(literal("get('X')") == "X");
  CHECK(literal("get('X', None)") == "X");
  CHECK(literal("a[\"X\"]") == "X");
  CHECK(literal("get(x)").empty());
  CHECK(literal("get('X' + y)").empty());
  CHECK(literal("get()").empty());
}

TEST_CASE("path_of is bounded") {
  std::string text = "a";
  for (int i = 0; i < 10000; ++i) text += ".bcdefgh";
  CHECK(first_chain(text, CodeLanguage::python).size() < 400);
}

}  // namespace leaksieve::logs
