#include "scanner/match/validators/jwt.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "scanner/base/text_encoding.h"
#include "tests/match/validators/support.h"

namespace leaksieve {
namespace {

constexpr std::int64_t kNow = 1'800'000'000;
constexpr std::string_view kHs256 = R"({"alg":"HS256","typ":"JWT"})";

std::string token(std::string_view payload, std::string_view header = kHs256,
                  std::string_view signature = "{base64url:43}") {
  return to_base64url(header) + "." + to_base64url(payload) + "." + made(signature);
}

Verdict at(const std::string& text, std::int64_t now = kNow) {
  const std::uint64_t begin = text.find("eyJ");
  const ByteSpan match{begin, begin + 20};
  return check_jwt_at({text, match, match}, now);
}

std::string claims(std::int64_t issued, std::int64_t expires,
                   std::string_view more = "") {
  return R"({"sub":"user_1","iat":)" + std::to_string(issued) + R"(,"exp":)" +
         std::to_string(expires) + std::string(more) + "}";
}

constexpr std::int64_t kDay = 24 * 3600;

}  // namespace

TEST_CASE("a JSON Web Token is taken whole") {
  const std::string jwt = token(R"({"sub":"user_1"})");
  const std::string text = "Authorization: Bearer " + jwt + "\n";
  const Verdict verdict = at(text);
  REQUIRE(verdict.accept);
  CHECK(bytes_of(text, *verdict.secret) == jwt);
  CHECK(bytes_of(text, *verdict.match) == jwt);
  CHECK_FALSE(at("x" + jwt).accept);
  CHECK(at(jwt.substr(0, jwt.size() - 43) + made("{base64url:43}")).accept);
}

TEST_CASE("what is no JSON Web Token is dropped") {
  SUBCASE("no JSON") {
    CHECK_FALSE(at("eyJ" + made("{alnum:40}.eyJ{alnum:40}.{alnum:43}")).accept);
  }
  SUBCASE("no algorithm") {
    CHECK_FALSE(at(token(R"({"sub":"user_1"})", R"({"typ":"JWT"})")).accept);
  }
  SUBCASE("no usual claim: a cursor") {
    CHECK_FALSE(at(token(R"({"page":3,"after":"abc"})")).accept);
  }
  SUBCASE("no signature") {
    CHECK_FALSE(at(token(R"({"sub":"user_1"})", kHs256, "{alnum:5}")).accept);
    CHECK_FALSE(at(token(R"({"sub":"user_1"})", kHs256, std::string(43, 'x'))).accept);
  }
  SUBCASE("two parts") {
    CHECK_FALSE(at(to_base64url(kHs256) + "." + to_base64url(R"({"sub":"u"})")).accept);
  }
  SUBCASE("public ones") {
    CHECK_FALSE(
        at(token(R"({"sub":"1234567890","name":"John Doe","iat":1516239022})")).accept);
    CHECK_FALSE(at(token(R"({"iss":"supabase","role":"anon"})")).accept);
    CHECK_FALSE(at(token(R"({"iss":"supabase-demo","role":"service_role"})")).accept);
  }
}

TEST_CASE("the claims of a JSON Web Token decide the severity") {
  SUBCASE("without an end: high") {
    const Verdict verdict = at(token(R"({"sub":"user_1"})"));
    CHECK(verdict.severity == Severity::high);
    CHECK(says(verdict, "does not expire"));
    CHECK(says(verdict, "algorithm HS256"));
    CHECK_FALSE(verdict.confidence.has_value());
  }
  SUBCASE("expired: low, whatever it was for") {
    const std::string jwt =
        token(claims(kNow - 2 * kDay, kNow - kDay, R"(,"role":"service_role")"));
    CHECK(at(jwt).severity == Severity::low);
    CHECK(says(at(jwt), "expired"));
    CHECK(at(jwt, kNow - 2 * kDay).severity == Severity::critical);
  }
  SUBCASE("for minutes: low") {
    CHECK(at(token(claims(kNow, kNow + 60))).severity == Severity::low);
  }
  SUBCASE("for a month: medium") {
    CHECK(at(token(claims(kNow, kNow + 30 * kDay))).severity == Severity::medium);
  }
  SUBCASE("for years: high") {
    const Verdict verdict = at(token(claims(kNow, kNow + 3650 * kDay)));
    CHECK(verdict.severity == Severity::high);
    CHECK(says(verdict, "more than a year"));
  }
  SUBCASE("wide scopes: one more") {
    const std::string scope = R"(,"scope":"read:user repo:write")";
    CHECK(at(token(claims(kNow, kNow + 30 * kDay, scope))).severity == Severity::high);
    const std::string list = R"(,"scp":["Admin.All"])";
    CHECK(at(token(claims(kNow, kNow + 30 * kDay, list))).severity == Severity::high);
    const std::string audience = R"(,"aud":"https://shop.eu.auth0.com/api/v2/")";
    CHECK(at(token(claims(kNow, kNow + kDay, audience))).severity == Severity::high);
  }
  SUBCASE("service roles: critical") {
    const Verdict service = at(token(R"({"iss":"supabase","role":"service_role"})"));
    CHECK(service.severity == Severity::critical);
    CHECK(says(service, "role service_role"));
    const Verdict cluster = at(token(
        R"({"iss":"kubernetes/serviceaccount","sub":"system:serviceaccount:a:b"})"));
    CHECK(cluster.severity == Severity::critical);
  }
  SUBCASE("not signed: low") {
    const std::string jwt = to_base64url(R"({"alg":"none"})") + "." +
                            to_base64url(R"({"sub":"user_1"})") + ".";
    const Verdict verdict = at(jwt);
    REQUIRE(verdict.accept);
    CHECK(verdict.severity == Severity::low);
    CHECK(says(verdict, "not signed"));
  }
  SUBCASE("times that are no times do not matter") {
    for (const std::string_view exp : {"-1", "1e300", "\"soon\"", "null", "[]"}) {
      CAPTURE(exp);
      const Verdict verdict =
          at(token(R"({"sub":"u","exp":)" + std::string(exp) + "}"));
      CHECK(verdict.severity == Severity::high);
    }
  }
}

TEST_CASE("the evidence of a JSON Web Token") {
  SUBCASE("names the host of the issuer") {
    CHECK(says(at(token(R"({"iss":"https://shop.clerk.accounts.dev/x?y"})")),
               "issuer shop.clerk.accounts.dev"));
  }
  SUBCASE("but nothing that is no host") {
    CHECK_FALSE(says(at(token(R"({"iss":"a\nb c"})")), "issuer"));
    CHECK_FALSE(
        says(at(token(R"({"iss":")" + std::string(300, 'a') + "\"}")), "issuer"));
  }
  SUBCASE("doubts a signature of another length") {
    const Verdict verdict = at(token(R"({"sub":"u"})", R"({"alg":"RS256"})"));
    CHECK(verdict.confidence == Confidence::medium);
    CHECK(says(verdict, "length"));
    CHECK_FALSE(at(token(R"({"sub":"u"})", R"({"alg":"RS256"})", "{base64url:342}"))
                    .confidence.has_value());
    CHECK_FALSE(at(token(R"({"sub":"u"})", R"({"alg":"ES256"})", "{base64url:86}"))
                    .confidence.has_value());
  }
}

TEST_CASE("a JSON Web Token in base64") {
  const std::string jwt = token(R"({"sub":"user_1"})");
  const std::string encoded = to_base64(jwt);
  const auto check = [](const std::string& text) {
    const std::uint64_t begin = text.find("ZXlK");
    const ByteSpan match{begin, begin + 40};
    return check_base64_jwt_at({text, match, match}, kNow);
  };
  const std::string text = "TOKEN=" + encoded + "\n";
  const Verdict verdict = check(text);
  REQUIRE(verdict.accept);
  CHECK(bytes_of(text, *verdict.secret) == encoded);
  CHECK(verdict.severity == Severity::high);
  CHECK_FALSE(check(made("TOKEN=ZXlK{base64:200}")).accept);
  CHECK_FALSE(check("x" + encoded).accept);
}

TEST_CASE("the validators take the time of day") {
  const std::string old = token(claims(kDay, 2 * kDay));
  const std::string future = token(claims(kDay, 99'999'999'999));
  CHECK(verdict_of(check_jwt, old).severity == Severity::low);
  CHECK(verdict_of(check_jwt, future).severity == Severity::high);
  CHECK(verdict_of(check_base64_jwt, to_base64(old)).severity == Severity::low);
}

}  // namespace leaksieve
