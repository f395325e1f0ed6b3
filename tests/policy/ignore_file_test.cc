#include "scanner/policy/ignore_file.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {

TEST_CASE("read_ignore_file") {
  const std::string commit(40, 'A');
  Diagnostics diagnostics;
  const Acceptances read = read_ignore_file(
      "# comment\n\n  a/b.py:acme-token:12 \r\n" + commit +
          ":win\\dows.txt:acme-token:3\nwith:colon:acme-token:0\n./x:acme-token:1",
      ".gitleaksignore", diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(read.entries.size() == 4);
  CHECK(read.entries[0].paths == std::vector<std::string>{"a/b.py"});
  CHECK(read.entries[0].rule == "acme-token");
  CHECK(read.entries[0].line == 12);
  CHECK(read.entries[0].commit.empty());
  CHECK(read.entries[0].source == ".gitleaksignore:3");
  CHECK(read.entries[1].paths == std::vector<std::string>{"win/dows.txt"});
  CHECK(read.entries[1].commit == std::string(40, 'a'));
  CHECK(read.entries[2].paths == std::vector<std::string>{"with:colon"});
  CHECK(read.entries[2].line == 0);
  CHECK(read.entries[3].paths == std::vector<std::string>{"x"});
}

TEST_CASE("read_ignore_file: what is no fingerprint is told, with the first line") {
  Diagnostics diagnostics;
  const std::string hash(64, '0');
  const Acceptances read = read_ignore_file(
      "a:b:1\nsrc/**\n" + hash + "\na:b:x\na::1\n:b:1\na:b:99999999999999999999", "f",
      diagnostics);
  CHECK(read.entries.size() == 1);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].what.find("6 lines") == 0);
  CHECK(diagnostics[0].what.find("line 2") != std::string::npos);
  CHECK_FALSE(diagnostics[0].incomplete);
}

}  // namespace leaksieve
