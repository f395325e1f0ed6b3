#include "scanner/config/config_file.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {
namespace {

std::string error_of(std::string_view text, SetBy writer = SetBy::user) {
  const auto file = parse_config(text, "c.toml", writer);
  return file ? "" : file.error().message;
}

}  // namespace

TEST_CASE("parse_config reads every section") {
  const auto file = parse_config(R"(
title = "ours"
contact = "security@example.com"
salt = "0123456789abcdef0123"
[salts]
other = "fedcba9876543210fedc"
[scan]
min_confidence = "high"
fail_on = "critical"
max_file_size = "1M"
log_statements = "off"
gitignore = false
exclude = ["/vendor/", "*.min.js"]
disable_rules = ["stripe-secret-key"]
report_only = true
jobs = 2
[extend]
useDefault = true
path = "base.toml"
disabledRules = ["a", "b"]
[rotate_after]
default = 90
critical = 30
[[rules]]
id = "acme-key"
regex = '''acme_[0-9]{8}'''
path = '''\.py$'''
keywords = ["ACME_"]
skipReport = true
[[rules.allowlists]]
regexes = ["0000"]
regexTarget = "line"
[[rules.required]]
id = "acme-id"
withinLines = 3
[[allowlists]]
targetRules = ["acme-key"]
condition = "AND"
paths = ["^tests/"]
stopwords = [" Example "]
[[ignore]]
fingerprint = "ABCDEF"
paths = ["a.py"]
reason = "revoked"
owner = "ada"
expires = 2026-12-31
rotated = "2026-11-01"
[[ignore]]
rule = "generic-api-key"
path = "docs/**"
)",
                                 "c.toml", SetBy::user);
  REQUIRE_MESSAGE(file, (file ? "" : file.error().message));
  const Config& config = file->config;
  CHECK(config.path == "c.toml");
  CHECK(config.contact == "security@example.com");
  CHECK(config.salts.at("") == "0123456789abcdef0123");
  CHECK(config.salts.at("other") == "fedcba9876543210fedc");
  CHECK(config.scan.min_confidence == Confidence::high);
  CHECK(config.scan.fail_on == Severity::critical);
  CHECK(config.scan.max_file_bytes == 1 << 20);
  CHECK(config.scan.log_statements == "off");
  CHECK(config.scan.gitignore == false);
  CHECK(config.scan.exclude == std::vector<std::string>{"/vendor/", "*.min.js"});
  CHECK(config.scan.report_only == true);
  CHECK(config.scan.jobs == 2);
  CHECK(file->extend.use_default == true);
  CHECK(file->extend.path == "base.toml");
  CHECK(file->extend.disabled_rules == std::vector<std::string>{"a", "b"});
  CHECK(config.rotate_after.days == 90);
  CHECK(config.rotate_after.by_name.at("critical") == 30);

  REQUIRE(file->rules.size() == 1);
  const UserRule& rule = file->rules[0];
  CHECK(rule.rule.id == "acme-key");
  CHECK(rule.path == "\\.py$");
  CHECK(rule.skip_report);
  CHECK_FALSE(rule.rule.boundary);
  REQUIRE(rule.rule.keywords.size() == 1);
  CHECK(rule.rule.keywords[0] == "acme_");
  CHECK(rule.place.line == 24);
  REQUIRE(rule.allowlists.size() == 1);
  CHECK(rule.allowlists[0].target == Allowlist::Target::line);
  REQUIRE(rule.required.size() == 1);
  CHECK(rule.required[0].within_lines == 3U);
  CHECK_FALSE(rule.required[0].within_columns);

  REQUIRE(config.allowlists.size() == 1);
  CHECK(config.allowlists[0].condition == Allowlist::Condition::all);
  CHECK(config.allowlists[0].stopwords == std::vector<std::string>{"example"});
  CHECK(config.allowlists[0].rules == std::vector<std::string>{"acme-key"});

  REQUIRE(config.ignores.size() == 2);
  CHECK(config.ignores[0].fingerprint == "abcdef");
  CHECK(config.ignores[0].expires == "2026-12-31");
  CHECK(config.ignores[0].rotated == "2026-11-01");
  CHECK(config.ignores[1].paths == std::vector<std::string>{"docs/**"});
}

TEST_CASE("parse_config says where a mistake is, and what was probably meant") {
  struct Row {
    std::string text;
    std::string says;
  };
  for (const Row& row : {
           Row{"[scan]\nmin_confidnce = 'low'\n",
               "c.toml:2:17: unknown key \"min_confidnce\"; did you mean "
               "min_confidence?"},
           Row{"[sacn]\n", "unknown key \"sacn\"; did you mean scan?"},
           Row{"fail_on = 'huge'\n",
               "c.toml:1:11: fail_on must be one of: low, medium, high, critical"},
           Row{"fail_on = 'low'\n[scan]\nfail_on = 'low'\n", "in [scan] as well"},
           Row{"[[rules]]\nregex = 'x'\n", "c.toml:1:1: a rule needs an id"},
           Row{"[[rules]]\nid = \"a\\u001b[1m\"\n", "the id \"a?[1m\" must be"},
           Row{"[[rules]]\nid = 'a'\nsecretGroup = -1\n", "c.toml:3:15: secretGroup"},
           Row{"[[rules]]\nid = 'a'\nID = 'b'\n", "id stands here twice"},
           Row{"[[rules]]\nid = 'a'\n[[rules.allowlists]]\ntargetRules = ['a']\n",
               "targetRules has no meaning"},
           Row{"[allowlist]\ndescription = 'x'\n", "an allowlist needs"},
           Row{"[allowlist]\nregexes = ['']\n", "would allow all"},
           Row{"[allowlist]\npaths = ['a']\ncondition = 'xor'\n", "OR or AND"},
           Row{"[extend]\nurl = 'https://x.example'\n", "nothing from the network"},
           Row{"[[ignore]]\nrule = 'a'\n", "a fingerprint, or a rule and a path"},
           Row{"[[ignore]]\nrule = 'a'\npath = '!x'\n", "c.toml:1:1: path \"!x\""},
           Row{"[[ignore]]\nfingerprint = 'a'\nexpires = 'soon'\n",
               "expires must be a day"},
           Row{"[scan]\nexclude = ['[']\n", "c.toml:2:11: exclude \"[\""},
           Row{"[scan]\nmax_file_size = '1X'\n", "a size"},
           Row{"rotate_after = 'x'\n", "rotate_after must be a whole number"},
           Row{"salt = 'short'\n", "at least 16 characters"},
           Row{"<<<<<<< HEAD\n", "merge conflict"},
       }) {
    CAPTURE(row.text);
    const std::string message = error_of(row.text);
    CAPTURE(message);
    CHECK(message.find(row.says) != std::string::npos);
  }
}

TEST_CASE("the file of a scanned repository may not set what is the user's") {
  for (const char* text : {"[scan]\nreport_only = true\n", "[scan]\njobs = 1\n"}) {
    CAPTURE(text);
    CHECK(error_of(text, SetBy::user).empty());
    CHECK(error_of(text, SetBy::anyone).find("is not for the file of a scanned") !=
          std::string::npos);
  }
  CHECK(error_of("[scan]\nfail_on = 'high'\n", SetBy::anyone).empty());
}

TEST_CASE(
    "parse_config reads what gitleaks and betterleaks have, and notes what it cannot") {
  const auto file = parse_config(
      "minVersion = 'v8.0.0'\n[[rules]]\nID = 'a'\nREGEX = 'b'\nfilter = 'x'\n"
      "validate = 'y'\n[allowlist]\npaths = ['c']\n",
      "c.toml", SetBy::anyone);
  REQUIRE(file);
  CHECK(file->rules[0].rule.regex == "b");
  REQUIRE(file->notes.size() == 1);
  CHECK(file->notes[0] ==
        "c.toml:5:10: filter is not understood, so more may be reported");
}

TEST_CASE("of two rules with one id the last counts") {
  const auto file = parse_config(
      "[[rules]]\nid = 'a'\nregex = 'b'\n[[rules]]\nid = 'a'\nregex = 'c'\n", "c.toml",
      SetBy::anyone);
  REQUIRE(file);
  REQUIRE(file->rules.size() == 1);
  CHECK(file->rules[0].rule.regex == "c");
}

}  // namespace leaksieve
