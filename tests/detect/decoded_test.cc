#include "scanner/detect/decoded.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <ostream>
#include <string>

#include "scanner/base/text_encoding.h"
#include "tests/support/detection.h"

namespace leaksieve {
namespace {

std::string each(std::string_view text, std::string_view format) {
  std::string out;
  for (const char c : text) {
    out += fmt::format(fmt::runtime(format), static_cast<unsigned char>(c));
  }
  return out;
}

std::string wide(std::string_view text) {
  std::string out;
  for (const char c : text) out += {c, '\0'};
  return out;
}

}  // namespace

TEST_CASE(
    "decoded: a token in each encoding, on the encoded bytes, with the way to it") {
  test::Detection detection;
  const std::string token = test::made_up("re_{alnum:8}_{alnum:24}", 5);
  const std::string line = "the token is " + token + " here";
  struct Row {
    std::string encoded;
    std::string way;
  };
  const Row rows[] = {
      {to_base64(line), "base64"},
      {to_base64url(line), "base64"},
      {to_base64(to_base64(line)), "base64, then base64"},
      {to_base64(to_base64(to_base64(line))), "base64, then base64, then base64"},
      {each(line, "{:02x}"), "hexadecimal digits"},
      {each(line, "%{:02X}"), "percent-encoding"},
      {each(line, "\\x{:02x}"), "escapes"},
      {each(line, "\\u{:04x}"), "escapes"},
      {"KEY=3D" + token + "=20", "quoted-printable"},
      {wide(line), "UTF-16"},
      {to_base64(wide(line)), "base64, then UTF-16"},
      {each(to_base64(line), "%{:02x}"), "percent-encoding, then base64"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.encoded);
    const std::string text = "something = '" + row.encoded + "'\n";
    const auto found = detection.candidates(text, "a/settings.conf");
    REQUIRE(found.size() == 1);
    CHECK(detection.detector().rule(found[0].rule).id == "resend-api-key");
    CHECK(found[0].value == token);
    REQUIRE(!found[0].evidence.empty());
    CHECK(found[0].evidence[0] == "decoded from " + row.way);
    const std::uint64_t first = text.find('\'') + 1;
    CHECK(found[0].secret.begin >= first);
    CHECK(found[0].secret.end <= first + row.encoded.size());
  }
}

TEST_CASE("decoded: four deep is too deep") {
  test::Detection detection;
  std::string text = test::made_up("it is re_{alnum:8}_{alnum:24} here", 5);
  for (int i = 0; i < 4; ++i) text = to_base64(text);
  CHECK(detection.found(text).empty());
}

TEST_CASE("decoded: what stands there in clear is not reported twice") {
  test::Detection detection;
  const std::string token = test::made_up("re_{alnum:8}_{alnum:24}", 5);
  const auto url =
      detection.candidates("https://a.io/?a%3Db%26key=" + token + "&c%3D%3D");
  REQUIRE(url.size() == 1);
  CHECK(url[0].decodings == 0);
  const std::string jwt = test::made_up(
      "{from}{open}\"alg\":\"HS256\"{close}{as-base64url}.{from}{open}\"sub\":\"{alnum:"
      "8}\","
      "\"iat\":1700000000{close}{as-base64url}.{base64url:43}",
      3);
  CHECK(detection.candidates("x = '" + jwt + "'").size() <= 1);
}

TEST_CASE("decoded: a whole environment file in base64, the specific rule wins") {
  test::Detection detection;
  const std::string key = test::made_up("re_{alnum:8}_{alnum:24}", 7);
  const std::string password = test::made_up("{alnum:20}", 9);
  const std::string file =
      "RESEND_API_KEY=" + key + "\nDB_PASSWORD=" + password + "\nDEBUG=0\n";
  const auto found =
      detection.candidates("ENV_FILE_SECRET: " + to_base64(file), "deploy.yml");
  REQUIRE(found.size() == 2);
  CHECK(found[0].value == key);
  CHECK(found[1].value == password);
  CHECK(found[0].secret.end <= found[1].secret.begin + 3);
}

TEST_CASE("decoded: AWS pairs are joined inside") {
  test::Detection detection;
  const std::string pair = test::made_up(
      "[default]{nl}aws_access_key_id = AKIA{base32:16}{nl}aws_secret_access_key = "
      "{base64:40}{nl}",
      2);
  const auto found = detection.candidates(to_base64(pair));
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::critical);
}

TEST_CASE("decoded: hostile nesting ends") {
  test::Detection detection;
  std::string bomb;
  for (int i = 0; i < 20000; ++i) bomb += "%25\\u0025=3D";
  CHECK(detection.candidates(bomb).empty());
  CHECK(detection.candidates(std::string(1 << 20, 'A')).empty());
  std::string words;
  for (int i = 0; i < 20000; ++i) words += to_base64("%41%42 some words here ") + "\n";
  CHECK(detection.candidates(words).empty());
}

TEST_CASE("Detector::has_encoded: an encoded run that touches new text") {
  test::Detection detection;
  auto scratch = detection.matcher().make_scratch();
  REQUIRE(scratch);
  std::string filling;
  for (int i = 0; i < 100; ++i) filling += "words of filling " + std::to_string(i);
  const std::string token = test::made_up("re_{alnum:8}_{alnum:24}", 5);
  const std::string run = to_base64(filling + " " + token + " " + filling);
  const std::string text = "a = 1\n" + run + "\nb = 2\n";
  const auto warm = [&](ByteSpan span) {
    return detection.detector().has_encoded(text, {&span, 1}, *scratch);
  };
  CHECK_FALSE(warm({0, 5}));
  CHECK(warm({0, 7}));
  for (std::uint64_t at = 6; at < run.size(); at += 97) CHECK(warm({at, at + 2}));
  CHECK_FALSE(warm({text.size() - 5, text.size()}));
}

TEST_CASE("decoded: an encoded sign of a password does not end a URL in clear") {
  test::Detection detection;
  const std::string password = test::made_up("{alnum:5}%40{alnum:4}", 5);
  // Not read in clear: the "@" is an escape of C.
  CHECK(
      detection.found("\"https://shop:" + password + "\\100git.shop.net/x\"").empty());
  const std::string clear = test::made_up("{alnum:12}", 5);
  CHECK(detection.found("to=https%3A%2F%2Fshop%3A" + clear + "%40git.shop.net%2Fx\n")
            .size() == 1);
}

}  // namespace leaksieve
