#include "scanner/match/assignment/judge.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "scanner/rules/shape.h"

namespace leaksieve {
namespace {

// What is believed: a level, or "no" for a rejection.
std::string believed(const Verdict& verdict) {
  if (!verdict.accept) return "no";
  return std::string(name_of(verdict.confidence.value_or(Confidence::medium)));
}

std::string made(std::string_view shape) { return expand_shape(shape, 3).value(); }

}  // namespace

TEST_CASE("judge_password: by words, length and kinds of characters") {
  CHECK(believed(judge_password(made("{alnum:12}!{digit:2}"), false)) == "high");
  CHECK(believed(judge_password("xkqvz", false)) == "medium");
  CHECK(believed(judge_password("7154697", false)) == "medium");
  CHECK(believed(judge_password("12345678", false)) == "low");
  CHECK(believed(judge_password("orange", false)) == "low");
  CHECK(believed(judge_password("admin123", false)) == "low");
  for (const std::string_view disguised :
       {"P@ssw0rd", "Passw0rd!", "s3cr3t", "p4ssw0rd123", "Adm1n2024#"}) {
    CAPTURE(disguised);
    CHECK(believed(judge_password(disguised, false)) == "low");
  }
  CHECK(believed(judge_password("L\xc3\xb6senord", false)) == "low");
  CHECK(believed(judge_password("Wachtwoord", false)) == "no");
  CHECK(believed(judge_password("changeme", false)) == "no");
  CHECK(believed(judge_password("${X}", false)) == "no");
  CHECK(believed(judge_password("abc", false)) == "no");
  CHECK(believed(judge_password("Enter your password", false)) == "no");
  CHECK(believed(judge_password(made("{alnum:129}"), false)) == "no");
}

TEST_CASE("judge_password: stricter where a value may be anything") {
  CHECK(believed(judge_password("user_name", false)) == "low");
  CHECK(believed(judge_password("user_name", true)) == "no");
  CHECK(judge_password("admin123", false).severity == Severity::low);
}

TEST_CASE("judge_secret: must look generated, the more the less the name says") {
  CHECK(believed(judge_secret(made("{alnum:32}"), NameKind::secret)) == "high");
  CHECK(believed(judge_secret(made("{hex:40}"), NameKind::token)) == "high");
  CHECK(believed(judge_secret(made("{alnum:32}"), NameKind::weak)) == "medium");
  CHECK(believed(judge_secret(made("{alnum:10}"), NameKind::weak)) == "no");
  CHECK(believed(judge_secret("customers.list.filter", NameKind::token)) == "no");
  CHECK(believed(judge_secret("your-client-secret", NameKind::secret)) == "no");
  CHECK(believed(judge_secret("abcdefghijklmnopqrst", NameKind::secret)) == "no");
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const std::string hex = expand_shape("{hex:20}", seed).value();
    CAPTURE(hex);
    CHECK(judge_secret(hex, NameKind::token).accept);
  }
  CHECK(believed(judge_secret("short", NameKind::secret)) == "no");
}

TEST_CASE("judge_secret: UUIDs where the name says so, base64 of words never") {
  const std::string uuid = made("{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}");
  CHECK(believed(judge_secret(uuid, NameKind::token)) == "medium");
  CHECK(believed(judge_secret(uuid, NameKind::weak)) == "no");
  // base64 of "the customer service"
  CHECK(believed(judge_secret("dGhlIGN1c3RvbWVyIHNlcnZpY2U=", NameKind::token)) ==
        "no");
}

TEST_CASE("judge_assignment: code without quotes, and values that repeat the name") {
  Assignment found;
  found.name = "password";
  for (const std::string_view value :
       {"get_password(x)", "user.password2", "conf[0]", "a->b", "A::B", "2.hours",
        "@user_name", "password"}) {
    CAPTURE(value);
    CHECK(believed(judge_assignment(found, value, NameKind::password)) == "no");
  }
  found.quoted = true;
  const std::string value = made("{alnum:12}(x)");
  CHECK(believed(judge_assignment(found, value, NameKind::password)) != "no");
  found.name = "key";
  CHECK(believed(judge_assignment(found, made("{alnum:32}"), NameKind::weak)) == "low");
}

}  // namespace leaksieve
