#include "scanner/detect/logs/sinks.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/log_leaks.h"

namespace leaksieve::logs {
namespace {

// What the first chain of the text calls, if it is a sink.
std::string sink(std::string_view text, CodeLanguage language) {
  const Code code = test::read_code(text, language);
  Chain chain;
  read_chain(code, 0, chain);
  Sink out;
  if (find_call_sink(code, chain, out) || find_statement_sink(code, chain, out)) {
    return out.callee;
  }
  return "";
}

}  // namespace

using enum CodeLanguage;

TEST_CASE("calls that log or print, by language") {
  CHECK(sink("logger.info(a)", python) == "logger.info");
  CHECK(sink("self._log.warning(a)", python) == "self._log.warning");
  CHECK(sink("logging.getLogger(b).error(a)", python) == "logging.getLogger.error");
  CHECK(sink("console.log(a)", javascript) == "console.log");
  CHECK(sink("fmt.Println(a)", go) == "fmt.Println");
  CHECK(sink("log.Info().Str(\"a\", b).Msg(c)", go) == "log.Info.Str.Msg");
  CHECK(sink("fmt.Fprintf(os.Stderr, a)", go) == "fmt.Fprintf");
  CHECK(sink("System.out.println(a);", java) == "System.out.println");
  CHECK(sink("println!(\"{}\", a)", rust) == "println!");
  CHECK(sink("NSLog(a)", swift) == "NSLog");
  CHECK(sink("Console.WriteLine(a);", csharp) == "Console.WriteLine");
  CHECK(sink("std::cout << a;", CodeLanguage::c) == "std.cout");
  CHECK(sink("SPDLOG_LOGGER_INFO(l, a);", CodeLanguage::c) == "SPDLOG_LOGGER_INFO");
  CHECK(sink("log_error(a)", python) == "log_error");
}

TEST_CASE("statements without brackets") {
  CHECK(sink("puts a\n", ruby) == "puts");
  CHECK(sink("logger.info a\n", ruby) == "logger.info");
  CHECK(sink("logger << a\n", ruby) == "logger <<");
  CHECK(sink("raise ValueError(a)\n", python) == "raise ValueError");
  CHECK(sink("throw new Error(a)", javascript) == "throw Error");
  CHECK(sink("print a, b\n", python) == "print");
}

TEST_CASE("what is no sink") {
  CHECK(sink("math.log(a)", python).empty());
  CHECK(sink("login(a)", python).empty());
  CHECK(sink("blog.post(a)", python).empty());
  CHECK(sink("fmt.Fprintf(conn, a)", go).empty());
  CHECK(sink("log.close()", python).empty());
  CHECK(sink("sprintf(buf, a)", CodeLanguage::c).empty());
}

}  // namespace leaksieve::logs
