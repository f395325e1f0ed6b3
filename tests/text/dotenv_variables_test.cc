#include "scanner/text/dotenv_variables.h"

#include <doctest/doctest.h>

#include <string>

namespace leaksieve {

// What readers do is compared in dotenv_test.cc.

TEST_CASE("has_references") {
  const auto has = [](const std::string& text) {
    return has_references(read_dotenv(text).at(0));
  };
  for (const std::string text :
       {"A=$B", "A=${B}", "A=x${B:-c}y", "A=\"a $B\"", "A=5$ $B", "A=${1} ${B}"}) {
    CAPTURE(text);
    CHECK(has(text));
  }
  for (const std::string text : {"A=", "A=x", "A='$B'", "A=\\$B", "A=a$$b", "A=pa$",
                                 "A=a$1", "A=${", "A=${B", "A=$(b)"}) {
    CAPTURE(text);
    CHECK_FALSE(has(text));
  }
}

TEST_CASE("DotenvVariables") {
  DotenvVariables variables;
  const std::string text = "A=one\nB=${A}two\nA=three\nC=${A}\n";
  for (const DotenvEntry& entry : read_dotenv(text)) variables.set(entry);
  REQUIRE(variables.find("B") != nullptr);
  CHECK(*variables.find("B") == "onetwo");
  CHECK(*variables.find("C") == "three");
  CHECK(variables.find("D") == nullptr);
}

TEST_CASE("DotenvVariables bounds what references insert") {
  std::string text = "A0=0123456789abcdef\n";
  for (int i = 1; i <= 60; ++i) {
    const std::string before = "${A" + std::to_string(i - 1) + "}";
    text += "A" + std::to_string(i) + "=" + before + before + "\n";
  }
  std::size_t bytes = 0;
  DotenvVariables variables;
  for (const DotenvEntry& entry : read_dotenv(text))
    bytes += variables.set(entry).size();
  CHECK(bytes < (8U << 20));

  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "${B:-";
  deep = "A=" + deep + std::string(100000, '}') + "\n";
  CHECK(variables.set(read_dotenv(deep).at(0)).size() > 0);
}

}  // namespace leaksieve
