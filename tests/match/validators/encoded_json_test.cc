#include "scanner/match/validators/encoded_json.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {
namespace {

constexpr std::string_view kType = R"("type": "service_account")";

// A key file; `key` is the value of "private_key".
std::string key_file(std::string_view key) {
  return R"({)" + std::string(kType) +
         R"(, "private_key_id": "0123", "private_key": ")" + std::string(key) +
         R"(", "client_email": "ci@shop.iam.gserviceaccount.com"})";
}

std::string made_key() {
  return made(R"(-----BEGIN PRIVATE KEY-----\nMII{base64:61}\n{base64:64}\n)") +
         R"(-----END PRIVATE KEY-----\n)";
}

}  // namespace

TEST_CASE("a key of a Google service account") {
  const std::string text = key_file(made_key());
  const Verdict verdict = verdict_of(check_gcp_service_account, text, kType);
  REQUIRE(verdict.accept);
  REQUIRE(verdict.secret.has_value());
  REQUIRE(verdict.match.has_value());
  const std::string_view secret = bytes_of(text, *verdict.secret);
  CHECK(secret.starts_with("-----BEGIN PRIVATE KEY-----"));
  CHECK(secret.ends_with("-----END PRIVATE KEY-----"));
  CHECK(verdict.match->begin == text.find(kType));
  CHECK(verdict.match->end == verdict.secret->end);
  CHECK(says(verdict, "key of ci@shop.iam.gserviceaccount.com"));
}

TEST_CASE("a key of a service account whose type comes last, in an escaped string") {
  const std::string text =
      R"({\"private_key\":\")" + made_key() + R"(\",\"type\":\"service_account\"})";
  const std::string_view type = R"(\"type\":\"service_account\")";
  const Verdict verdict = verdict_of(check_gcp_service_account, text, type);
  REQUIRE(verdict.accept);
  REQUIRE(verdict.match.has_value());
  CHECK(verdict.match->begin == text.find("-----BEGIN"));
  CHECK(verdict.match->end == text.find(type) + type.size());
}

TEST_CASE("no key of a service account") {
  const auto accepts = [](const std::string& text) {
    return verdict_of(check_gcp_service_account, text, kType).accept;
  };
  CHECK_FALSE(accepts(key_file("")));
  CHECK_FALSE(accepts(key_file("-----BEGIN PRIVATE KEY")));
  CHECK_FALSE(accepts(key_file(R"(-----BEGIN PRIVATE KEY-----\n...\n)")));
  // The key of another object.
  CHECK_FALSE(accepts("{" + std::string(kType) + R"(}, {"private_key": ")" +
                      made_key() + R"("})"));
  // Out of reach.
  CHECK_FALSE(accepts("{" + std::string(kType) + std::string(8000, ' ') +
                      R"("private_key": ")" + made_key() + R"("})"));
  CHECK_FALSE(accepts(std::string(kType)));
}

TEST_CASE("a token of a Cloudflare tunnel") {
  const Verdict verdict =
      verdict_of(check_cloudflare_tunnel,
                 made(R"({from}{open}"a":"{hex:32}","t":"{hex:8}-{hex:4}-{hex:4}-)"
                      R"({hex:4}-{hex:12}","s":"{base64:44}"{close}{as-base64})"));
  CHECK(verdict.confidence == Confidence::proven);
  const Verdict other =
      verdict_of(check_cloudflare_tunnel, made("eyJhIjoi{base64:160}"));
  CHECK(other.accept);
  CHECK(other.confidence == Confidence::medium);
  CHECK_FALSE(
      verdict_of(check_cloudflare_tunnel, "eyJhIjoi" + std::string(160, 'x')).accept);
}

TEST_CASE("a token of a 1Password service account") {
  const std::string token =
      made(R"(ops_{from}{open}"email":"{lower:8}@shop.net","muk":{open}"k":)"
           R"("{base64url:43}"{close},"secretKey":"A3-{base32:26}"{close}{as-base64})");
  CHECK(verdict_of(check_onepassword_service_account, token).confidence ==
        Confidence::proven);
  CHECK(verdict_of(check_onepassword_service_account, made("ops_eyJ{base64:200}"))
            .confidence == Confidence::medium);
  CHECK_FALSE(
      verdict_of(check_onepassword_service_account, "ops_eyJ" + std::string(200, 'A'))
          .accept);
  CHECK_FALSE(verdict_of(check_onepassword_service_account, "").accept);
}

}  // namespace leaksieve
