// Texts that no person wrote: what stands in them in good form is found as ever, and
// looking ends. Sizes are such that time in the square of them would be noticed.
#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>
#include <string>

#include "tests/support/detection.h"

namespace leaksieve {
namespace {

constexpr std::size_t kMany = 300000;

std::string repeated(std::string_view part, std::size_t count) {
  std::string out;
  out.reserve(part.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += part;
  return out;
}

}  // namespace

TEST_CASE("hostile texts: the assignment in them is found as in a good one") {
  test::Detection detection;
  const std::string password = test::made_up("{alnum:20}", 4);
  const std::string line = "DB_PASSWORD: \"" + password + "\"";
  struct Row {
    std::string name;
    std::string text;
  };
  const Row rows[] = {
      {"alone", line},
      {"one long line before it", repeated("word ", kMany) + line},
      {"one long word before it", repeated("w", kMany) + "\n" + line},
      {"one long line after it", line + repeated(" word", kMany)},
      {"many assignments on its line", repeated("a=\"b\" ", kMany) + line},
      {"deep JSON", repeated("{\"a\":[", kMany) + line},
      {"deep YAML", repeated("- ", kMany) + line},
      {"unbalanced brackets", repeated("([{", kMany) + "\n" + line},
      {"unbalanced quotes before it", repeated("'\"`", 99999) + "\n" + line},
      {"unbalanced quotes after it", line + "\n" + repeated("\"'", kMany)},
      {"backslashes", repeated("\\", kMany) + "\n" + line},
      {"zero bytes around it",
       std::string(5000, '\0') + line + std::string(5000, '\0')},
      {"invalid UTF-8 around it",
       repeated("\xff\xfe\xc3", kMany) + "\n" + line + "\xc3\x28"},
      {"lines that end with CR", "a: 1\r" + line + "\rb: 2\r"},
      {"UTF-16 before it", repeated(std::string("a\0", 2), 1000) + "\n" + line + "\n"},
      {"base64 before it", repeated("QUJD", kMany) + "\n" + line},
      {"escapes before it", repeated("%41\\x41=3D", 50000) + "\n\n" + line},
      {"joined strings before it", repeated("'abc1234' +\n'abcdefg'\n", 20000) + line},
      {"continued lines before it", repeated("abc1234567\\\n", 50000) + "\n" + line},
      {"names without values", repeated("password=\n", 100000) + line},
      {"names with bad values", repeated("password='", 100000) + "\n" + line},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto found = detection.found(row.text, "a/settings.yml");
    CHECK(std::count(found.begin(), found.end(), "generic-password " + password) == 1);
  }
}

TEST_CASE("hostile texts: opened strings in every language end") {
  test::Detection detection;
  for (const char* path : {"a.py", "a.ts", "a.go", "a.java", "a.rb", "a.php", "a.sh",
                           "Dockerfile", "a.tf", "a.yml", "a.json", ".env"}) {
    for (const char* part :
         {"\"", "'", "`", "\"\"\"", "$(", "${", "/*", "\\\n", "(\n"}) {
      CAPTURE(path);
      CAPTURE(part);
      CHECK(detection.found(repeated(part, 50000), path).size() <= 1);
    }
  }
}

}  // namespace leaksieve
