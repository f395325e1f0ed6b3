#include "scanner/policy/foreign_baseline.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {
namespace {

Acceptances read(std::string_view text) {
  auto out = read_foreign_baseline(text, "file");
  REQUIRE(out);
  REQUIRE(*out);
  return std::move(**out);
}

}  // namespace

TEST_CASE("read_foreign_baseline: gitleaks") {
  const Acceptances out = read(R"( [
    {"RuleID": "acme", "File": "a", "Secret": "s", "StartLine": 3},
    {"RuleID": "acme", "File": "b", "Secret": "REDACTED", "StartLine": 3, "Commit": "AB"},
    {"File": "no rule"}, 7, {"RuleID": 1}])");
  REQUIRE(out.entries.size() == 2);
  CHECK(out.entries[0].secret == SecretText("s"));
  CHECK_FALSE(out.entries[0].line);
  CHECK(out.entries[0].paths == std::vector<std::string>{"a"});
  CHECK_FALSE(out.entries[1].secret);
  CHECK(out.entries[1].line == 3);
  CHECK(out.entries[1].commit == "ab");
  CHECK(out.entries[1].source == "file, finding 2");
  CHECK(read("[]").entries.empty());
}

TEST_CASE("read_foreign_baseline: detect-secrets") {
  const Acceptances out = read(R"({"results": {"a": [
    {"hashed_secret": "E5E9FA1BA31ECD1AE84F75CAAA474F3A663F05F4"}, {"hashed_secret": "x"}, 1],
    "b": {}}})");
  REQUIRE(out.entries.size() == 1);
  CHECK(out.entries[0].sha1 == "e5e9fa1ba31ecd1ae84f75caaa474f3a663f05f4");
  CHECK(out.entries[0].paths == std::vector<std::string>{"a"});
  CHECK(out.entries[0].by == SuppressedBy::baseline);
}

TEST_CASE("read_foreign_baseline: neither, and damage") {
  for (const char* text : {"", " \n", "x", "{\"leaksieve\":\"baseline/1\"}\n{}"}) {
    CAPTURE(text);
    const auto out = read_foreign_baseline(text, "file");
    REQUIRE(out);
    CHECK_FALSE(*out);
  }
  for (const std::string& text :
       {std::string("[{"), std::string("{\"results\":"), std::string("{}"),
        std::string("{\"results\": []}"), std::string(100'000, '[')}) {
    CHECK_FALSE(read_foreign_baseline(text, "file"));
  }
}

}  // namespace leaksieve
