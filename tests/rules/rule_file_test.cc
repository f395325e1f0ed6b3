#include "scanner/rules/rule_file.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {

TEST_CASE("RuleFile::parse reads every key") {
  const auto file = RuleFile::parse(R"(
title = "a file of rules"
[[rules]]
id = "acme-key"
description = "Acme key."
regex = '''acme_([0-9]{4})'''
secretGroup = 1
entropy = 2.5
keywords = ["acme_"]
boundary = false
context = ["acme"]
validator = "token"
severity = "low"
confidence = "proven"
specificity = 50
prefixes = ["acme_"]
identifier = true
kind = "assignment"
env = ["ACME_KEY"]
aliases = ["acme"]
tags = ["key"]
examples = ["acme_{digit:4}"]
counterexamples = ["acme_{digit:3}"]
rotate.steps = ["Make a new one."]
rotate.url = "https://acme.example/keys"
)",
                                    "acme.toml");
  REQUIRE(file);
  REQUIRE(file->rules().size() == 1);
  const Rule& rule = file->rules()[0];
  CHECK(rule.id == "acme-key");
  CHECK(rule.regex == "acme_([0-9]{4})");
  CHECK(rule.secret_group == 1);
  CHECK(rule.entropy == doctest::Approx(2.5));
  CHECK_FALSE(rule.boundary);
  CHECK(rule.severity == Severity::low);
  CHECK(rule.confidence == Confidence::proven);
  CHECK(rule.specificity == 50);
  CHECK(rule.kind == Kind::assignment);
  CHECK(rule.identifier);
  REQUIRE(rule.prefixes.size() == 1);
  CHECK(rule.prefixes[0] == "acme_");
  REQUIRE(rule.rotate_steps.size() == 1);
  CHECK(rule.rotate_url == "https://acme.example/keys");
}

TEST_CASE("RuleFile::parse says where a mistake is") {
  struct Row {
    std::string text;
    std::string says;
  };
  for (const Row& row : {
           Row{"[[rules]]\nid = 'a'\nregexp = 'x'\n",
               "r.toml:3:10: unknown key \"regexp\""},
           Row{"[[rules]]\nregex = 'x'\n", "r.toml:1:1: a rule needs an id"},
           Row{"[[rules]]\nid = 'a'\n", "rule a needs a regex"},
           Row{"[[rules]]\nid = 'a'\nregex = 'x'\nseverity = 'huge'\n", "r.toml:4:12"},
           Row{"[[rules]]\nid = 'a'\nregex = 'x'\nkeywords = ['a', 1]\n",
               "r.toml:4:18: keywords must be an array of strings"},
           Row{"[[rules]]\nid = 'a'\nregex = 'x'\nentropy = -1\n", "a number from 0"},
           Row{"[[rules]]\nid = 'a\n", "r.toml:2:"},
           Row{"rule = 1\n", "unknown key \"rule\""},
       }) {
    CAPTURE(row.text);
    const auto file = RuleFile::parse(row.text, "r.toml");
    REQUIRE_FALSE(file);
    CAPTURE(file.error().message);
    CHECK(file.error().message.find(row.says) != std::string::npos);
  }
}

}  // namespace leaksieve
