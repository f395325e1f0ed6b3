#include "scanner/match/validators/private_key.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

namespace {

constexpr std::string_view kHead = "-----BEGIN PRIVATE KEY-----";

Verdict of(const std::string& text, std::string_view head = kHead) {
  return verdict_of(check_private_key, text, head);
}

std::string secret_of(const std::string& text, std::string_view head = kHead) {
  const Verdict verdict = of(text, head);
  return verdict.accept ? std::string(bytes_of(text, *verdict.secret)) : "none";
}

// A DER SEQUENCE of `size` random bytes, in base64 without newlines.
std::string der(std::size_t size) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes = {0x30, static_cast<char>(0x82), static_cast<char>(size >> 8),
                       static_cast<char>(size & 255)};
  bytes += made("{alnum:" + std::to_string(size) + "}");
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t bits = 0;
    for (std::size_t j = i; j < i + 3; ++j) {
      bits = bits << 8 | (j < bytes.size() ? static_cast<unsigned char>(bytes[j]) : 0);
    }
    for (std::size_t j = 0; j < 4; ++j) {
      out +=
          i * 8 + j * 6 < bytes.size() * 8 ? kDigits[bits >> (18 - 6 * j) & 63] : '=';
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a private key is taken to its END") {
  const std::string block = made(
      "-----BEGIN PRIVATE "
      "KEY-----{nl}MII{base64:61}{nl}{base64:64}{nl}{base64:30}=={nl}"
      "-----END PRIVATE KEY-----");
  SUBCASE("in lines of its own") {
    CHECK(secret_of("x\n" + block + "\nmore") == block);
  }
  SUBCASE("indented") {
    const std::string text = made(
        "key: |{nl}  -----BEGIN PRIVATE KEY-----{nl}  MII{base64:61}{nl}  "
        "{base64:64}{nl}"
        "  -----END PRIVATE KEY-----{nl}next: 1");
    CHECK(secret_of(text) == text.substr(9, text.size() - 9 - 8));
  }
  SUBCASE("on one line with escaped newlines") {
    for (const std::string_view newline : {"\\n", "\\\\n", "\\r\\n"}) {
      CAPTURE(newline);
      const std::string n(newline);
      const std::string key = "-----BEGIN PRIVATE KEY-----" + n +
                              made("MII{base64:61}") + n + made("{base64:64}") + n +
                              "-----END PRIVATE KEY-----";
      CHECK(secret_of("{\"k\": \"" + key + n + "\"}") == key);
    }
  }
  SUBCASE("in pieces of a string") {
    const std::string text = made(
        "k = \"-----BEGIN PRIVATE KEY-----\\n\" +{nl}  \"MII{base64:61}\\n\" +{nl}"
        "  \"{base64:64}\\n\" +{nl}  \"-----END PRIVATE KEY-----\\n\";");
    CHECK(secret_of(text).ends_with("-----END PRIVATE KEY-----"));
  }
  SUBCASE("or as far as it goes without one") {
    const std::string text =
        made("-----BEGIN PRIVATE KEY-----{nl}MII{base64:61}{nl}{base64:40}");
    CHECK(secret_of(text) == text);
    CHECK(says(of(text), "without an END line"));
  }
  SUBCASE("at most 64 KiB") {
    const std::string text = std::string(kHead) + "\n" + made("MII{base64:90000}");
    CHECK(secret_of(text).size() == 64 * 1024);
  }
}

TEST_CASE("a head without a key is dropped") {
  for (const std::string_view shape :
       {"-----BEGIN PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----{nl}...{nl}-----END X-----",
        "-----BEGIN PRIVATE KEY-----{nl}<your key>{nl}-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\\n\" + key + \"\\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----{nl}MII{base64:30}{nl}-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----{nl}MII{base64:61}{nl}...{nl}-----END PRIVATE "
        "KEY-----",
        "-----BEGIN PRIVATE "
        "KEY-----{nl}MII{base64:61}{nl}[snip]{nl}{base64:40}{nl}-----END "
        "PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\")) return true;"}) {
    CAPTURE(shape);
    CHECK_FALSE(of(made(shape)).accept);
  }
  CHECK_FALSE(of(std::string(kHead) + "\nMII" + std::string(200, 'x') + "\n").accept);
}

TEST_CASE("what a private key's block tells") {
  const auto pem = [](const std::string& body) {
    return std::string(kHead) + "\n" + body + "\n-----END PRIVATE KEY-----";
  };
  SUBCASE("a length that fits proves it") {
    CHECK(of(pem(der(200))).confidence == Confidence::proven);
  }
  SUBCASE("one that does not makes it doubtful") {
    CHECK(of(pem(made("MII{base64:197}"))).confidence == Confidence::medium);
  }
  SUBCASE("a passphrase makes it medium") {
    const std::string lines = made("{base64:64}\n{base64:64}\n");
    const std::string_view rsa = "-----BEGIN RSA PRIVATE KEY-----";
    const Verdict old_form =
        of(std::string(rsa) +
               "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0A1B\n\n" + lines,
           rsa);
    CHECK(old_form.accept);
    CHECK(old_form.severity == Severity::medium);
    const std::string_view encrypted = "-----BEGIN ENCRYPTED PRIVATE KEY-----";
    CHECK(of(std::string(encrypted) + "\nMII" + lines, encrypted).severity ==
          Severity::medium);
  }
  SUBCASE("the OpenSSH head names the cipher") {
    const std::string_view head = "-----BEGIN OPENSSH PRIVATE KEY-----";
    // base64 of the magic and a string: "none", "aes256-ctr"
    const std::string clear =
        "\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUA" + made("{base64:64}");
    const std::string locked =
        "\nb3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIA" + made("{base64:64}");
    CHECK_FALSE(of(std::string(head) + clear, head).severity.has_value());
    CHECK(of(std::string(head) + locked, head).severity == Severity::medium);
  }
}

TEST_CASE("lines of several lengths make an encrypted key doubtful") {
  const std::string_view head = "-----BEGIN PGP PRIVATE KEY BLOCK-----";
  const auto block = [&](std::string_view body) {
    return made(std::string(head) + "{nl}{nl}" + std::string(body) +
                "{nl}-----END PGP PRIVATE KEY BLOCK-----");
  };
  const std::string even =
      block("{base64:64}{nl}{base64:64}{nl}{base64:20}{nl}={base64:4}");
  CHECK_FALSE(of(even, head).confidence.has_value());
  const std::string uneven = block("{base64:40}{nl}{base64:64}{nl}{base64:20}");
  CHECK(of(uneven, head).confidence == Confidence::medium);
  CHECK(says(of(uneven, head), "lines differ"));
}

TEST_CASE("a PuTTY key") {
  const std::string_view head = "PuTTY-User-Key-File-3:";
  const auto ppk = [](std::string_view encryption) {
    return made(
        std::string("PuTTY-User-Key-File-3: ssh-ed25519{nl}Encryption: ") +
        std::string(encryption) +
        "{nl}Comment: shop{nl}Public-Lines: 1{nl}{base64:64}{nl}Private-Lines: 1{nl}"
        "{base64:48}{nl}Private-MAC: {hex:64}");
  };
  CHECK(secret_of(ppk("none") + "\nmore", head) == ppk("none"));
  CHECK_FALSE(of(ppk("none"), head).severity.has_value());
  CHECK(of(ppk("aes256-cbc"), head).severity == Severity::medium);
  CHECK_FALSE(of("PuTTY-User-Key-File-3: ssh-rsa\n", head).accept);
}

}  // namespace leaksieve
