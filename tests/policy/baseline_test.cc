#include "scanner/policy/baseline.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {
namespace {

const std::string kHead = "{\"leaksieve\":\"baseline/1\"}\n";

Baseline sample() {
  Baseline baseline;
  baseline.salts = {{"b", "2"}, {"a", "1"}, {"b", "2"}};
  baseline.entries = {{"z", "rule", "a:1"},
                      {"", "rule", "a:2"},
                      {"b\xff", "rule", "a:3"},
                      {"z", "rule", "a:1"},
                      {"u\xc3\xa4\"\n", "rule", "a:4"}};
  return baseline;
}

std::string error_of(const std::string& text) {
  const auto read = read_baseline(text, "file");
  return read ? "" : read.error().message;
}

}  // namespace

TEST_CASE("write_baseline: sorted, one a line, without repeats, ASCII") {
  const std::string text = write_baseline(sample());
  CHECK(text ==
        kHead +
            "{\"salt\":\"a\",\"key\":\"1\"}\n"
            "{\"salt\":\"b\",\"key\":\"2\"}\n"
            "{\"rule\":\"rule\",\"fingerprint\":\"a:2\"}\n"
            "{\"path_hex\":\"62ff\",\"rule\":\"rule\",\"fingerprint\":\"a:3\"}\n"
            "{\"path\":\"u\\u00e4\\\"\\n\",\"rule\":\"rule\",\"fingerprint\":\"a:4\"}\n"
            "{\"path\":\"z\",\"rule\":\"rule\",\"fingerprint\":\"a:1\"}\n");
  const auto again = read_baseline(text, "file");
  REQUIRE(again);
  CHECK(write_baseline(*again) == text);
  CHECK(again->entries.size() == 4);
  CHECK(again->entries[1].path == "b\xff");
}

TEST_CASE("read_baseline: lines in any order, of two branches") {
  const std::string entry = "{\"path\":\"a\",\"rule\":\"r\",\"fingerprint\":\"s:1\"}\n";
  const auto read = read_baseline(kHead + entry + "\r\n" + kHead + entry, "file");
  REQUIRE(read);
  CHECK(read->entries.size() == 2);
  const Acceptances acceptances = acceptances_of(*read, "file");
  REQUIRE(acceptances.entries.size() == 2);
  CHECK(acceptances.entries[0].by == SuppressedBy::baseline);
  CHECK(acceptances.entries[0].paths == std::vector<std::string>{"a"});
}

TEST_CASE("read_baseline: one sentence about what is wrong") {
  CHECK(error_of("").find("empty") != std::string::npos);
  CHECK(error_of("\n\n").find("empty") != std::string::npos);
  CHECK(error_of(kHead + "<<<<<<< HEAD\n").find("file:2: a merge left a conflict") ==
        0);
  CHECK(error_of("{\"leaksieve\":\"baseline/2\"}").find("newer") != std::string::npos);
  for (const char* line :
       {"{", "[]", "null", "\"x\"", "{}", "{\"rule\":\"r\"}",
        "{\"rule\":1,\"fingerprint\":\"x\"}", "{\"rule\":\"r\",\"fingerprint\":\"\"}",
        "{\"salt\":\"a\"}", "{\"salt\":\"a:b\",\"key\":\"1\"}",
        "{\"path_hex\":\"6\",\"rule\":\"r\",\"fingerprint\":\"x\"}", "\xff\xfe"}) {
    CAPTURE(line);
    CHECK(error_of(kHead + line).find("file:2: this is no line of a baseline") == 0);
  }
  CHECK(error_of("{\"rule\":\"r\",\"fingerprint\":\"x\"}").find("file:1:") == 0);
  CHECK(error_of(kHead + std::string(100'000, '[')).find("file:2:") == 0);
}

TEST_CASE("make_salt") {
  const Salt one = make_salt();
  CHECK(one.key.size() == 64);
  CHECK(one.name.size() == 8);
  CHECK(one.key.find(one.name) == std::string::npos);
  CHECK(one.key != make_salt().key);
}

}  // namespace leaksieve
