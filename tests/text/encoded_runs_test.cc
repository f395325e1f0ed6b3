#include "scanner/text/encoded_runs.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "scanner/base/text_encoding.h"

namespace leaksieve {
namespace {

using Texts = std::vector<std::string>;

Texts decoded(std::string_view text, ByteSpan near) {
  Texts out;
  visit_encoded_runs(text, near, [&](const DecodedText& one) {
    CHECK(one.map.size() == one.bytes.size());
    const ByteSpan raw = one.map.raw({0, one.bytes.size()});
    CHECK(raw.end <= text.size());
    out.push_back(std::string(name_of(one.encoding)) + ": " + one.bytes);
    return true;
  });
  return out;
}
Texts decoded(std::string_view text) { return decoded(text, {0, text.size()}); }

std::string in_lines(std::string_view digits, std::size_t length,
                     std::string_view line_end) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); i += length) {
    out += std::string(digits.substr(i, length)).append(line_end);
  }
  return out;
}

std::string in_hex(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += "0123456789abcdef"[c >> 4];
    out += "0123456789abcdef"[c & 15];
  }
  return out;
}

}  // namespace

TEST_CASE("visit_encoded_runs: base64 and hexadecimal digits that say text") {
  const std::string text = "what is said here, and not above";
  const std::string base64 = to_base64(text);
  CHECK(decoded(base64) == Texts{"base64: " + text});
  CHECK(decoded("key: '" + base64 + "'") == Texts{"base64: " + text});
  CHECK(decoded("\"a\\n" + base64 + "\\n\"") == Texts{"base64: " + text});
  CHECK(decoded("u=%3D" + base64) == Texts{"base64: " + text});
  CHECK(decoded("name_" + base64.substr(0, 40)).size() == 1);
  CHECK(decoded("0x" + in_hex(text)) == Texts{"hexadecimal digits: " + text});
  CHECK(decoded(to_base64url(text)) == Texts{"base64: " + text});
}

TEST_CASE("visit_encoded_runs: nothing that says no text, and nothing short") {
  CHECK(decoded("thisIsALongIdentifierInSomeCode and/a/path/to/some/file").empty());
  CHECK(decoded(std::string(200, 'A')).empty());
  CHECK(decoded("da39a3ee5e6b4b0d3255bfef95601890afd80709").empty());
  CHECK(decoded(to_base64("short text")).empty());
  CHECK(decoded("").empty());
}

TEST_CASE("visit_encoded_runs: lines of one length are one run") {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "line " + std::to_string(i) + " of many\n";
  const std::string base64 = to_base64(text);
  for (const std::string_view line_end : {"\n", "\r\n", "\n    ", "\\n"}) {
    CAPTURE(line_end);
    const std::string lines = "data: |" + std::string(line_end) +
                              in_lines(base64, 76, line_end) + "\nafter: it\n";
    REQUIRE(decoded(lines) == Texts{"base64: " + text});
    // From wherever in it one begins to look.
    for (std::uint64_t at = 20; at < lines.size() - 30; at += 7) {
      CHECK(decoded(lines, {at, at + 3}) == Texts{"base64: " + text});
    }
  }
}

TEST_CASE("visit_encoded_runs: looks at every run once, wherever the text is cut") {
  std::string text;
  for (int i = 0; i < 50; ++i) {
    text += std::string(static_cast<std::size_t>(i), '.') + ' ' +
            to_base64("the run of number " + std::to_string(i)) + (i % 3 ? " " : "\n");
  }
  const Texts all = decoded(text);
  CHECK(all.size() == 50);
  for (std::uint64_t cut = 0; cut < text.size(); cut += 13) {
    Texts some;
    const auto collect = [&](const DecodedText& one) {
      some.push_back(std::string(name_of(one.encoding)) + ": " + one.bytes);
      return true;
    };
    const std::uint64_t seen = visit_encoded_runs(text, {0, cut}, collect);
    visit_encoded_runs(text, {seen, text.size()}, collect);
    some.erase(std::unique(some.begin(), some.end()), some.end());
    CHECK(some == all);
  }
}

TEST_CASE("visit_encoded_runs: ends when the visitor wants no more") {
  const std::string one = to_base64("a text that is long enough") + " ";
  int calls = 0;
  CHECK(visit_encoded_runs(one + one, {0, 2 * one.size()},
                           [&](const DecodedText&) { return ++calls == 0; }) == 0);
  CHECK(calls == 1);
}

}  // namespace leaksieve
