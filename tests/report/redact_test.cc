#include "scanner/report/redact.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>
#include <string_view>

#include "tests/support/sample_report.h"

using namespace leaksieve;

namespace {

constexpr std::string_view kPrefixes[] = {"sk_", "sk_live_"};

Finding finding_of(const Rule& rule, const std::string& secret) {
  Finding finding;
  finding.rule = &rule;
  finding.secret = SecretText(secret);
  return finding;
}

}  // namespace

TEST_CASE("a redacted secret") {
  Rule rule;
  rule.prefixes = kPrefixes;
  const auto redacted = [&rule](const std::string& secret) {
    return secret_for_report(finding_of(rule, secret), Secrets::redacted);
  };

  SUBCASE("a token keeps the longest public prefix and the last four bytes") {
    CHECK(redacted("sk_live_" + std::string(38, 'q') + "WXYZ") == "sk_live_…WXYZ");
    CHECK(redacted("sk_" + std::string(38, 'q') + "WXYZ") == "sk_…WXYZ");
  }
  SUBCASE("below 20 bytes only the length is left") {
    CHECK(redacted("sk_live_" + std::string(12, 'q')) == "sk_live_…qqqq");
    CHECK(redacted("sk_live_" + std::string(11, 'q')) == "[19 characters]");
  }
  SUBCASE("without a prefix only the length is left") {
    CHECK(redacted(std::string(40, 'q')) == "[40 characters]");
  }
  SUBCASE("an end that is not printable ASCII is left out") {
    CHECK(redacted("sk_live_" + std::string(38, 'q') + "XYZ\n") == "sk_live_…");
    CHECK(redacted("sk_live_" + std::string(38, 'q') + "XY\xc3\xa9") == "sk_live_…");
    CHECK(redacted("sk_live_" + std::string(38, 'q') + "X YZ") == "sk_live_…");
  }
  SUBCASE("a prefix that is most of the token does not give the rest away") {
    static constexpr std::string_view kLong[] = {"a-very-long-public-prefix-"};
    rule.prefixes = kLong;
    CHECK(redacted(std::string(kLong[0]) + std::string(11, 'q')) == "[37 characters]");
    CHECK(redacted(std::string(kLong[0]) + std::string(12, 'q')) ==
          std::string(kLong[0]) + "…qqqq");
  }
  SUBCASE("an identifier is whole") {
    rule.identifier = true;
    CHECK(redacted("ACMEID") == "ACMEID");
  }
  SUBCASE("a finding without a secret has none") { CHECK(redacted("") == ""); }
}

TEST_CASE("the expression of a log statement") {
  Rule rule;
  rule.kind = Kind::log_statement;
  const auto redacted = [&rule](const std::string& expression) {
    return secret_for_report(finding_of(rule, expression), Secrets::redacted);
  };
  CHECK(redacted("user.password") == "user.password");
  CHECK(redacted("os.environ[\"X\"]") == "[15 characters]");
  CHECK(redacted("f('a')") == "[6 characters]");
  CHECK(redacted("`a`") == "[3 characters]");
}

TEST_CASE("a secret that is to be shown is not changed") {
  const Rule rule;
  const std::string secret = test::made_up("", 30, 1) + "\n\xff";
  CHECK(secret_for_report(finding_of(rule, secret), Secrets::shown) == secret);
}

TEST_CASE("the lead of a secret shows its name and nothing else of the line") {
  const Rule rule;
  const auto lead = [&rule](const std::string& text) {
    Finding finding = finding_of(rule, "secret");
    finding.lead = SecretText(text);
    return lead_for_report(finding, Secrets::redacted);
  };
  CHECK(lead("") == "");
  CHECK(lead("    CLERK_KEY = \"") == "CLERK_KEY = \"");
  CHECK(lead("export A.B-C=") == "…A.B-C=");
  CHECK(lead("{\"a\": \"hunter2\", \"token\": \"") == "…token\": \"");
  CHECK(lead("log.info(") == "log.info(");
  SUBCASE("a word without an operator is no name") {
    CHECK(lead("hunter2 ") == "… ");
    CHECK(lead("[\"hunter2\", \"") == "… \"");
  }
  SUBCASE("neither is one that looks like a token") {
    CHECK(lead("a8s7d6f5:") == "…:");
    CHECK(lead(std::string(50, 'x') + "=") == "…=");
  }
  SUBCASE("signs alone are shown") { CHECK(lead("  \"") == "  \""); }
  SUBCASE("shown secrets come with the whole line before them") {
    Finding finding = finding_of(rule, "secret");
    finding.lead = SecretText("a hunter2 b ");
    CHECK(lead_for_report(finding, Secrets::shown) == "a hunter2 b ");
  }
}
