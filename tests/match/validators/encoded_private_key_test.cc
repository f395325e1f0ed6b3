#include "scanner/match/validators/encoded_private_key.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "scanner/base/text_encoding.h"
#include "tests/match/validators/support.h"

namespace leaksieve {
namespace {

Verdict in(const std::string& text, std::string_view start) {
  const std::uint64_t begin = text.find(start);
  const ByteSpan match{begin, begin + start.size()};
  return check_encoded_private_key({text, match, match});
}

std::string pem(std::string_view kind) {
  return made("-----BEGIN " + std::string(kind) +
              "-----{nl}MII{base64:61}{nl}{base64:64}{nl}{base64:40}{nl}-----END " +
              std::string(kind) + "-----{nl}");
}

// A private key of 300 bytes by its head.
std::string der() {
  return std::string("\x30\x82\x01\x28\x02\x01\x00\x30", 8) + made("{byte:292}");
}

// In lines of 64.
std::string wrapped(std::string_view text, std::string_view line_end) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); i += 64) {
    out += std::string(text.substr(i, 64)) + std::string(line_end);
  }
  return out;
}

}  // namespace

TEST_CASE("a private key in base64") {
  SUBCASE("as PEM encoded once more") {
    const std::string key = to_base64(pem("RSA PRIVATE KEY"));
    const std::string text = "client-key-data: " + key + "\nnext: 1";
    const Verdict verdict = in(text, "LS0tLS1CRUdJTi");
    REQUIRE(verdict.accept);
    CHECK(bytes_of(text, *verdict.secret) == key);
    CHECK_FALSE(in(to_base64(pem("CERTIFICATE")), "LS0tLS1CRUdJTi").accept);
    CHECK_FALSE(in(to_base64(pem("PUBLIC KEY")), "LS0tLS1CRUdJTi").accept);
    CHECK(in(to_base64(pem("ENCRYPTED PRIVATE KEY")), "LS0t").severity ==
          Severity::medium);
  }
  SUBCASE("as DER is proven") {
    const std::string key = to_base64(der());
    const std::string text = "key = \"" + key + "\";";
    const Verdict verdict = in(text, "MIIB");
    REQUIRE(verdict.accept);
    CHECK(verdict.confidence == Confidence::proven);
    CHECK(bytes_of(text, *verdict.secret) == key);
    CHECK_FALSE(in(to_base64(der() + "x"), "MIIB").accept);
    CHECK_FALSE(in(made("MII{base64:300}"), "MII").accept);
  }
  SUBCASE("over the lines of a wrapped block") {
    for (const std::string_view line_end : {"\n", "\r\n", "\n    "}) {
      CAPTURE(line_end);
      const std::string text = wrapped(to_base64(der()), line_end) + "\nname: shop";
      const Verdict verdict = in(text, "MIIB");
      CHECK(verdict.accept);
    }
  }
  SUBCASE("as the body of an OpenSSH key") {
    const std::string body =
        std::string("openssh-key-v1\0\0\0\0\x04none", 23) + made("{byte:120}");
    CHECK(in(to_base64(body), "b3BlbnNzaC1rZXktdjE").accept);
    const std::string locked = std::string(
                                   "openssh-key-v1\0\0\0\0\x0a"
                                   "aes256-ctr",
                                   29) +
                               made("{byte:120}");
    CHECK(in(to_base64(locked), "b3BlbnNzaC1rZXktdjE").severity == Severity::medium);
  }
  SUBCASE("does not begin inside a word") {
    CHECK_FALSE(in("x" + to_base64(der()), "MIIB").accept);
    CHECK_FALSE(in("/" + to_base64(der()), "MIIB").accept);
    const std::string line = made("{base64:64}\n");
    CHECK_FALSE(in("=" + line + to_base64(der()), "MIIB").accept);
    CHECK(in(line.substr(20) + to_base64(der()), "MIIB").accept);
    CHECK(in("-----BEGIN KEY-----\n" + to_base64(der()), "MIIB").accept);
  }
}

}  // namespace leaksieve
