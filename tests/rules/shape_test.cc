#include "scanner/rules/shape.h"

#include <doctest/doctest.h>

#include <cctype>
#include <ostream>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/base/checksum_text.h"

namespace leaksieve {
namespace {

std::string expanded(std::string_view shape, std::uint64_t seed = 1) {
  Result<std::string> text = expand_shape(shape, seed);
  REQUIRE(text.has_value());
  return *text;
}

}  // namespace

TEST_CASE("a shape") {
  SUBCASE("keeps literal text") { CHECK(expanded("KEY=\"a\"\nb") == "KEY=\"a\"\nb"); }
  SUBCASE("has names for what cannot be written") {
    CHECK(expanded("a{nl}b{tab}{open}c{close}") == "a\nb\t{c}");
  }
  SUBCASE("is the same for the same seed only") {
    CHECK(expanded("{alnum:40}", 7) == expanded("{alnum:40}", 7));
    CHECK(expanded("{alnum:40}", 7) != expanded("{alnum:40}", 8));
  }
  SUBCASE("gives different text for two fields") {
    const std::string text = expanded("{hex:32} {hex:32}");
    CHECK(text.substr(0, 32) != text.substr(33));
  }
  SUBCASE("takes a range of lengths, both ends included") {
    bool shortest = false;
    bool longest = false;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
      const std::size_t size = expanded("{base64:3-5}", seed).size();
      CHECK(size >= 3);
      CHECK(size <= 5);
      shortest = shortest || size == 3;
      longest = longest || size == 5;
    }
    CHECK(shortest);
    CHECK(longest);
  }
}

TEST_CASE("every class keeps to its alphabet") {
  struct Row {
    std::string_view shape;
    int (*accepts)(int);
    std::string_view besides;
  };
  const Row rows[] = {{"{alnum:300}", std::isalnum, ""},
                      {"{lower:300}", std::islower, ""},
                      {"{upper:300}", std::isupper, ""},
                      {"{digit:300}", std::isdigit, ""},
                      {"{hex:300}", std::isdigit, "abcdef"},
                      {"{HEX:300}", std::isdigit, "ABCDEF"},
                      {"{base36:300}", std::islower, "0123456789"},
                      {"{base32:300}", std::isupper, "234567"},
                      {"{base64:300}", std::isalnum, "+/"},
                      {"{base64url:300}", std::isalnum, "-_"},
                      {"{bech32:300}", std::islower, "023456789"},
                      {"{BECH32:300}", std::isupper, "023456789"},
                      {"{django:300}", std::islower, "0123456789!@#$%^&*(-_=+)"}};
  for (const Row& row : rows) {
    CAPTURE(row.shape);
    const std::string text = expanded(row.shape);
    CHECK(text.size() == 300);
    for (const char c : text) {
      CHECK((row.accepts(static_cast<unsigned char>(c)) != 0 ||
             row.besides.find(c) != std::string_view::npos));
    }
  }
}

TEST_CASE("checksum fields") {
  SUBCASE("crc62 covers the random text since the last literal") {
    const std::string token = expanded("x_{hex:4}y_{alnum:10}{alnum:20}{crc62}");
    CHECK(token.size() == 2 + 4 + 2 + 36);
    CHECK(token.substr(38) == crc62(token.substr(8, 30)));
  }
  SUBCASE("sha32 covers everything since github_") {
    const std::string token =
        expanded("T=github_pat_{alnum:22}_{alnum:43}{sha32}{alnum:8}");
    CHECK(token.substr(2 + 77, 8) == sha32(token.substr(2, 77)));
    CHECK(token.size() == 2 + 93);
  }
  SUBCASE("cover what stands after {from}") {
    const std::string token = expanded("KEY={from}A={alnum:8}{crcHEX}");
    CHECK(token.size() == 4 + 10 + 8);
    CHECK(to_lower(token.substr(14)) == crc_hex(token.substr(4, 10)));
    CHECK(to_lower(token.substr(14)) != token.substr(14));
  }
  SUBCASE("and before {to}") {
    const std::string token = expanded("{from}a_{alnum:8}{to}_{crchexle}");
    CHECK(token.substr(11) == crc_hex_little_endian(token.substr(0, 10)));
  }
  SUBCASE("bech32sum has the case of the text") {
    CHECK(expanded("{from}A1{bech32sum}") == "A12UEL5L");
    CHECK(expanded("{from}a1{bech32sum}") == "a12uel5l");
    CHECK(expanded("{from}A-1{BECH32:50}{bech32sum}").size() == 59);
  }
  SUBCASE("of bytes") {
    const std::string bytes = expanded("{from}{x:8001ff}{byte:5}{sha256d}{crc16}");
    CHECK(bytes.substr(0, 3) == "\x80\x01\xff");
    CHECK(bytes.substr(8, 4) == base58_checksum(bytes.substr(0, 8)));
    CHECK(bytes.substr(12) == crc16_little_endian(bytes.substr(0, 12)));
  }
}

TEST_CASE("encoding fields") {
  CHECK(expanded("a={from}user:pass{as-base64}\n") == "a=dXNlcjpwYXNz\n");
  CHECK(expanded("{from}{x:fbff}{as-base64}{from}{x:fbff}{as-base64url}") == "+/8=-_8");
  CHECK(expanded("{from}foob{as-base32}") == "MZXW6YQ");
  CHECK(expanded("{from}{x:0000287fb4cd}{as-base58}") == "11233QC4");
  SUBCASE("give back the {from} before") {
    const std::string token = expanded("{from}gl-{from}ab{as-base64url}.{crc36}");
    CHECK(token == "gl-YWI." + crc36("gl-YWI."));
  }
}

TEST_CASE("a shape that is wrong") {
  for (const std::string_view shape :
       {"{alnum:4", "alnum:4}", "{letters:4}", "{alnum}", "{alnum:}", "{alnum:x}",
        "{alnum:5-4}", "{alnum:100001}", "{alnum:-4}", "{}", "{sha32}", "{to}",
        "{as-base64}", "{x:}", "{x:0}", "{x:0g}", "{from}a{as-base64}{as-base64}"}) {
    CAPTURE(shape);
    CHECK_FALSE(expand_shape(shape, 1).has_value());
  }
}

}  // namespace leaksieve
