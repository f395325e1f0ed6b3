#include "scanner/report/sarif_rules.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>
#include <string_view>

using namespace leaksieve;

TEST_CASE("sarif_level") {
  CHECK(sarif_level(Severity::low) == "note");
  CHECK(sarif_level(Severity::medium) == "warning");
  CHECK(sarif_level(Severity::high) == "error");
  CHECK(sarif_level(Severity::critical) == "error");
}

TEST_CASE("sarif_text") {
  CHECK(sarif_text("[42 characters]") == "[42 characters]");
  CHECK(sarif_text("a {0} b") == "a {{0}} b");
  CHECK(sarif_text("[x](https://example.org)") == "[x] (https://example.org)");
  CHECK(sarif_text("\x1b\u202e") == "\\x1b\\u{{202e}}");
}

TEST_CASE("as_sentence") {
  CHECK(as_sentence("") == "");
  CHECK(as_sentence("a key") == "a key.");
  CHECK(as_sentence("A key.") == "A key.");
  CHECK(as_sentence("A key?") == "A key?");
}

TEST_CASE("sarif_rule") {
  Rule rule;
  rule.id = "acme-api2-key";
  rule.description = "An Acme key";
  rule.severity = Severity::critical;
  rule.confidence = Confidence::proven;

  SUBCASE("names the rule as SARIF wants") {
    CHECK(sarif_rule(rule)["name"] == "AcmeApi2Key");
  }
  SUBCASE("has the properties that GitHub reads") {
    static constexpr std::string_view kTags[] = {"acme"};
    rule.tags = kTags;
    const auto properties = sarif_rule(rule)["properties"];
    CHECK(properties["precision"] == "very-high");
    CHECK(properties["security-severity"] == "9.5");
    CHECK(properties["tags"].dump() == R"(["security","secret","token","acme"])");
  }
  SUBCASE("says how to rotate") {
    static constexpr std::string_view kSteps[] = {"Make a new key",
                                                  "Delete the old one."};
    rule.rotate_steps = kSteps;
    rule.rotate_url = "https://acme.example/keys";
    const auto json = sarif_rule(rule);
    CHECK(json["help"]["text"] ==
          "An Acme key.\n\nWhat to do:\n1. Make a new key.\n2. Delete the old one.\n\n"
          "See https://acme.example/keys.");
    CHECK(json["helpUri"] == "https://acme.example/keys");
  }
  SUBCASE("links to no page that is not https") {
    rule.rotate_url = "javascript:alert(1)";
    const std::string text = sarif_rule(rule).dump();
    CHECK(text.find("javascript") == std::string::npos);
  }
}
