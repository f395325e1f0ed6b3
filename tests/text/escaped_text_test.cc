#include "scanner/text/escaped_text.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>
#include <vector>

namespace leaksieve {
namespace {

using Texts = std::vector<std::string>;

Texts decoded(std::string_view text, ByteSpan near) {
  Texts out;
  visit_escaped(text, near, [&](const DecodedText& one) {
    CHECK(one.map.size() == one.bytes.size());
    out.push_back(std::string(name_of(one.encoding)) + ": " + one.bytes);
    return true;
  });
  return out;
}
Texts decoded(std::string_view text) { return decoded(text, {0, text.size()}); }

}  // namespace

TEST_CASE("visit_escaped: each syntax") {
  CHECK(decoded("a%3Db%26c%20d") == Texts{"percent-encoding: a=b&c d"});
  CHECK(decoded("x = '\\x41b\\x43'") == Texts{"escapes: x = 'AbC'"});
  CHECK(decoded("{\"a\": \"\\u002Bq\\u003d\"}") == Texts{"escapes: {\"a\": \"+q=\"}"});
  CHECK(decoded("\\\\\\\\u0041 in a string in a string") ==
        Texts{"escapes: A in a string in a string"});
  CHECK(decoded("KEY=3Dvalue and=20more") ==
        Texts{"quoted-printable: KEY=value and more"});
  const std::string line(72, 'x');
  CHECK(decoded(line + "=\ny") == Texts{"quoted-printable: " + line + "y"});
  CHECK(decoded(line + "=\r\ny") == Texts{"quoted-printable: " + line + "y"});
}

TEST_CASE("visit_escaped: not where nothing visible is escaped") {
  CHECK(decoded("printf(\"%2d\\n\")").empty());
  CHECK(decoded("\\u00e9 \\x00 \\x1b[0m %20%20%0A C:\\users\\xml").empty());
  CHECK(decoded("x =\n y; a=41").empty());
  CHECK(decoded("%").empty());
  CHECK(decoded("\\x").empty());
  CHECK(decoded("\\u004").empty());
}

TEST_CASE("visit_escaped: neighbours are one text, others two, each with its place") {
  const std::string filling(3000, '.');
  CHECK(decoded("\\x41" + filling + "\\x42").size() == 2);
  CHECK(decoded("\\x41 .. \\x42").size() == 1);
  visit_escaped(filling + "ab\\x41cd", {0, 3008}, [&](const DecodedText& one) {
    const std::size_t at = one.bytes.find("bAc");
    CHECK(one.map.raw({at, at + 3}) == ByteSpan{3001, 3007});
    return true;
  });
}

TEST_CASE("visit_escaped: what is near is enough to see all of it") {
  const std::string text =
      std::string(500, '.') + "\\x41\\x42\\x43" + std::string(500, '.');
  for (std::uint64_t at = 490; at < 515; ++at) {
    CAPTURE(at);
    const Texts found = decoded(text, {at, at + 1});
    CHECK(found.size() == (at >= 500 && at < 512 ? 1 : found.size()));
    for (const std::string& one : found) CHECK(one.find("ABC") != std::string::npos);
  }
}

}  // namespace leaksieve
