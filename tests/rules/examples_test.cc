// Every example of every built-in rule is found by that rule, and no counterexample is.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <string>

#include "scanner/rules/builtin_rules.h"
#include "tests/support/detection.h"

namespace leaksieve {
namespace {

bool reports(test::Detection& detection, std::string_view text, std::string_view id) {
  const auto found = detection.candidates(text);
  return std::any_of(found.begin(), found.end(), [&](const Candidate& candidate) {
    return detection.detector().rule(candidate.rule).id == id;
  });
}

}  // namespace

TEST_CASE("rules: every example is found, every counterexample silent") {
  test::Detection detection;
  for (const Rule& rule : builtin_rules()) {
    CAPTURE(rule.id);
    if (!rule.regex.empty()) {
      CHECK_FALSE(rule.examples.empty());
      CHECK_FALSE(rule.counterexamples.empty());
    }
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      CAPTURE(seed);
      for (const std::string_view shape : rule.examples) {
        CAPTURE(shape);
        CHECK(reports(detection, test::made_up(shape, seed), rule.id));
      }
      for (const std::string_view shape : rule.counterexamples) {
        CAPTURE(shape);
        CHECK_FALSE(reports(detection, test::made_up(shape, seed), rule.id));
      }
    }
  }
}

TEST_CASE("rules: the table keeps its promises") {
  const auto rules = builtin_rules();
  CHECK(std::is_sorted(rules.begin(), rules.end(),
                       [](const Rule& a, const Rule& b) { return a.id < b.id; }));
  for (const Rule& rule : rules) {
    CAPTURE(rule.id);
    CHECK_FALSE(rule.description.empty());
    CHECK(rule.width <= kMaxMatchWidth);
    CHECK_FALSE(rule.rotate_steps.empty());
    CHECK(rule.rotate_url.starts_with("https://"));
    for (const std::string_view word : rule.keywords) {
      CHECK(std::none_of(word.begin(), word.end(),
                         [](char c) { return c >= 'A' && c <= 'Z'; }));
    }
  }
}

TEST_CASE("rules: what RE2 matches holds one of the rule's keywords") {
  for (const Rule& rule : builtin_rules()) {
    if (rule.keywords.empty()) continue;
    for (const std::string_view shape : rule.examples) {
      std::string text = test::made_up(shape);
      std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
      });
      CAPTURE(rule.id);
      CAPTURE(text);
      CHECK(std::any_of(
          rule.keywords.begin(), rule.keywords.end(),
          [&](std::string_view word) { return text.find(word) != std::string::npos; }));
    }
  }
}

}  // namespace leaksieve
