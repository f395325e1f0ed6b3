#include "scanner/match/assignment/literal.h"

#include <doctest/doctest.h>

#include <functional>
#include <ostream>
#include <string>

namespace leaksieve {
namespace {

// The content of the string that begins at 0; "?" if none ends.
std::string string_at(std::string_view text) {
  Cursor at(text, 0);
  const auto span = read_string(at);
  return span ? std::string(bytes_of(text, *span)) : "?";
}

using Reader = std::function<std::optional<Assignment>(Cursor)>;
std::string value_at(std::string_view text, const Reader& read) {
  const auto found = read(Cursor(text, 0));
  return found ? std::string(bytes_of(text, found->value)) : "?";
}

std::string quoted(std::string_view text, Join join = Join::assigned) {
  Assignment found;
  found.join = join;
  return value_at(text, [&](Cursor at) { return read_quoted(at, found); });
}
std::string plain(std::string_view text, bool one_word = false) {
  return value_at(text, [&](Cursor at) { return read_plain(at, {}, one_word); });
}

}  // namespace

TEST_CASE("read_string: quotes, prefixes, escapes") {
  CHECK(string_at("\"ab\" c") == "ab");
  CHECK(string_at("'a\"b'") == "a\"b");
  CHECK(string_at("rb'ab'") == "ab");
  CHECK(string_at("@\"ab\"") == "ab");
  CHECK(string_at(R"("a\"b")") == R"(a\"b)");
  CHECK(string_at(R"("a\\")") == R"(a\\)");
  CHECK(string_at("\"\"\"a\nb\"\"\"") == "a\nb");
  CHECK(string_at("`a\nb`") == "a\nb");
  CHECK(string_at("''") == "");
}

TEST_CASE("read_string: a string inside another string") {
  CHECK(string_at(R"(\"ab\", \"cd\")") == "ab");
  CHECK(string_at(R"(\\\"ab\\\")") == "ab");
  CHECK(string_at(R"(\"ab")") == "?");  // the outer one ends first
}

TEST_CASE("read_string: what does not end is none") {
  CHECK(string_at("\"ab") == "?");
  CHECK(string_at("\"ab\n\"") == "?");
  CHECK(string_at("\"\"\"ab") == "?");
  CHECK(string_at("ab") == "?");
  CHECK(string_at("\"ab\\") == "?");
  CHECK(string_at("") == "?");
}

TEST_CASE("read_quoted: the string must be the whole value") {
  CHECK(quoted("\"ab\";") == "ab");
  CHECK(quoted("\"ab\" + x") == "?");
  CHECK(quoted("\"ab\" % x") == "?");
  CHECK(quoted("'ab' . $x") == "?");
  CHECK(quoted("\"ab{}\".format(x)") == "?");
  CHECK(quoted("f\"ab{x}\"") == "?");
  CHECK(quoted("f\"ab\"") == "ab");
  CHECK(quoted("\"ab\": 1", Join::argument) == "?");
  CHECK(quoted("\"\"") == "?");
}

TEST_CASE("read_quoted: joined strings are one value") {
  Assignment found;
  for (const std::string_view text :
       {"\"ab\" + \"cd\";", "'ab' +\n    'cd'", "'ab'\n  + 'cd'", "'ab' . 'cd'"}) {
    CAPTURE(text);
    const auto read = read_quoted(Cursor(text, 0), found);
    REQUIRE(read);
    CHECK(read->joined == "abcd");
    CHECK(bytes_of(text, read->value).starts_with("ab"));
    CHECK(bytes_of(text, read->value).ends_with("cd"));
  }
  CHECK(quoted("\"ab\" + \"cd\" + x") == "?");
}

TEST_CASE("read_plain: to the end of the value and no further") {
  CHECK(plain("abc # note\n") == "abc");
  CHECK(plain("ab#c\n") == "ab#c");
  CHECK(plain("abc  \r\nx") == "abc");
  CHECK(plain("abc, d: 1") == "abc");
  CHECK(plain("abc \\\n") == "abc");
  CHECK(plain("abc) {") == "abc");
  CHECK(plain("a(b)c\n") == "a(b)c");
  CHECK(plain("!!str abc\n") == "abc");
  CHECK(plain("abc d=1\n", true) == "abc");
  CHECK(plain("abc&d=1\n", true) == "abc");
}

TEST_CASE("read_plain: several words, structures and nothing are no value") {
  CHECK(plain("two words\n") == "?");
  CHECK(plain("{a: 1}\n") == "?");
  CHECK(plain("[a]\n") == "?");
  CHECK(plain("*anchor\n") == "?");
  CHECK(plain("<a>\n") == "?");
  CHECK(plain("\n") == "?");
  CHECK(plain("") == "?");
  CHECK(plain(std::string(401, 'a')) == "?");
}

TEST_CASE("read_until, read_element, read_block_scalar") {
  const auto until = [](Cursor at) { return read_until(at, {}, "&"); };
  CHECK(value_at("abc&d=1", until) == "abc");
  CHECK(value_at("abc' x", until) == "abc");
  CHECK(value_at("&", until) == "?");
  const auto element = [](Cursor at) { return read_element(at, {}); };
  CHECK(value_at(" abc </p>", element) == "abc");
  CHECK(value_at("abc<b>", element) == "?");
  CHECK(value_at("abc", element) == "?");
  const auto block = [](Cursor at) { return read_block_scalar(at, {}); };
  CHECK(value_at("|\n  abc\nnext: 1\n", block) == "abc");
  CHECK(value_at(">-\n  abc\n", block) == "abc");
  CHECK(value_at("|\n  abc\n  def\n", block) == "?");
  CHECK(value_at("|\nabc\n", block) == "?");
  CHECK(value_at("| abc\n", block) == "?");
}

}  // namespace leaksieve
