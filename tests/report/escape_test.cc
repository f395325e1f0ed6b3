#include "scanner/report/escape.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>
#include <string_view>

using namespace leaksieve;
using namespace std::string_literals;

TEST_CASE("is_utf8 and valid_utf8") {
  // The invalid rows are those of the Unicode standard, 3.9, "U+FFFD Substitution of
  // Maximal Subparts", tables 3-8 to 3-11.
  struct Row {
    std::string text;
    std::string valid;
  };
  const Row rows[] = {
      {"", ""},
      {"plain", "plain"},
      {"a\0b"s, "a\0b"s},
      {"caf\u00e9 \u20ac \U0001f511", "caf\u00e9 \u20ac \U0001f511"},
      {"\U0010ffff", "\U0010ffff"},
      {"caf\xe9", "caf\ufffd"},
      {"\xc0\xaf\xe0\x80\xbf\xf0\x81\x82\x41",
       "\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdA"},
      {"\xed\xa0\x80\x41", "\ufffd\ufffd\ufffdA"},
      {"\xf4\x91\x92\x93\xff\x41\x80\xbf\x42",
       "\ufffd\ufffd\ufffd\ufffd\ufffd"
       "A\ufffd\ufffd"
       "B"},
      {"\xe1\x80\xe2\xf0\x91\x92\xf1\xbf\x41", "\ufffd\ufffd\ufffd\ufffdA"},
      {"\xf0\x9f\x94", "\ufffd"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(valid_utf8(row.text) == row.valid);
    CHECK(is_utf8(row.text) == (row.text == row.valid));
    CHECK(is_utf8(row.valid));
  }
}

TEST_CASE("visible") {
  struct Row {
    std::string text;
    std::string_view seen;
  };
  const Row rows[] = {
      {"", ""},
      {"src/caf\u00e9 \U0001f511.py", "src/caf\u00e9 \U0001f511.py"},
      {"back\\slash", "back\\slash"},
      {"#[a] ##[error]", "#[a] ##\\x5berror]"},
      {"\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"},
      {"a\nb\rc\td", "a\\nb\\rc\\td"},
      {"a\0b\x07\x7f"s, "a\\x00b\\x07\\x7f"},
      {"\u009b31m", "\\u{9b}31m"},
      {"\x9b"
       "31m",
       "\\x9b31m"},
      {"a\u202egpj.exe", "a\\u{202e}gpj.exe"},
      {"\u2066x\u2069\u200f\u061c", "\\u{2066}x\\u{2069}\\u{200f}\\u{61c}"},
      {"zero\u200bwidth\ufeff\u2028", "zero\\u{200b}width\\u{feff}\\u{2028}"},
      {"tag\U000e0041", "tag\\u{e0041}"},
      {"caf\xe9\xff", "caf\\xe9\\xff"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(visible(row.text) == row.seen);
  }
}

TEST_CASE("every byte alone becomes printable") {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string seen = visible(std::string(1, static_cast<char>(byte)));
    CAPTURE(byte);
    CHECK(!seen.empty());
    for (const char c : seen) CHECK((c >= ' ' && c <= '~'));
  }
}

TEST_CASE("percent_encoded") {
  CHECK(percent_encoded("a b/c.py") == "a b/c.py");
  CHECK(percent_encoded("100%\n") == "100%25%0A");
  CHECK(percent_encoded("caf\xe9/caf\u00e9") == "caf%E9/caf%C3%A9");
}

TEST_CASE("uri_of_path") {
  CHECK(uri_of_path("src/app-1_2.~py") == "src/app-1_2.~py");
  CHECK(uri_of_path("a b#?%/[x]\\.py") == "a%20b%23%3F%25/%5Bx%5D%5C.py");
  CHECK(uri_of_path("caf\u00e9\xff") == "caf%C3%A9%FF");
  CHECK(uri_of_path("javascript:alert(1)") == "javascript%3Aalert%281%29");
  CHECK(uri_of_path("/etc/passwd") == "file:///etc/passwd");
  CHECK(uri_of_path("//host/share") == "file:///host/share");
}
