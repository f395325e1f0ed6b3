#include "scanner/match/local_checks.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace leaksieve {

TEST_CASE("begins_word") {
  struct Row {
    std::string before;
    bool begins;
  };
  for (const Row& row : {Row{"", true},
                         {" ", true},
                         {"=", true},
                         {"a", false},
                         {"9", false},
                         {"_", false},
                         {"\\n", true},
                         {"\\t", true},
                         {"\\q", false},
                         {"%20", true},
                         {"%2G", false},
                         {"20", false},
                         {"\\x1b", true},
                         {"\\u003d", true},
                         {"u003d", false},
                         {"\x1b[1;31m", true},
                         {"[m", false},
                         {"am", false}}) {
    CAPTURE(row.before);
    CHECK(begins_word(row.before + "T", row.before.size()) == row.begins);
  }
}

TEST_CASE("ends_word") {
  CHECK(ends_word("T", 1));
  CHECK(ends_word("T\"", 1));
  CHECK_FALSE(ends_word("Ta", 1));
  CHECK_FALSE(ends_word("T_", 1));
}

TEST_CASE("secret_of") {
  Rule rule;
  const Regex::Match match{{0, 9}, {std::nullopt, ByteSpan{3, 3}, ByteSpan{4, 8}}};
  CHECK(secret_of(rule, match) == ByteSpan{4, 8});
  rule.secret_group = 1;
  CHECK(secret_of(rule, match) == ByteSpan{0, 9});
  rule.secret_group = 3;
  CHECK(secret_of(rule, match) == ByteSpan{4, 8});
  rule.secret_group = 0;
  CHECK(secret_of(rule, {{2, 5}, {}}) == ByteSpan{2, 5});
}

TEST_CASE("passes_local_checks") {
  const auto passes = [](const Rule& rule, std::string_view text, ByteSpan span) {
    Candidate candidate;
    candidate.match = candidate.secret = span;
    return passes_local_checks(rule, nullptr, text, candidate);
  };

  SUBCASE("context: a word on the line, not further than 80 bytes before") {
    constexpr std::array<std::string_view, 1> words = {"clerk"};
    Rule rule;
    rule.context = words;
    CHECK(passes(rule, "CLERK_KEY=abc", {10, 13}));
    CHECK_FALSE(passes(rule, "clerk\nKEY=abc", {10, 13}));
    const std::string far = "clerk" + std::string(90, ' ') + "abc";
    CHECK_FALSE(passes(rule, far, {95, 98}));
    CHECK(passes(rule, "<clerkKey>\n  abc\n", {13, 16}));
    CHECK(passes(rule, "clerk: |\r\n  abc\n", {12, 15}));
    CHECK_FALSE(passes(rule, "clerk\n  abc\n", {8, 11}));
    CHECK_FALSE(passes(rule, "<clerk>\n  x abc\n", {12, 15}));
    CHECK_FALSE(passes(rule, "<clerk>\n<b>\n  abc\n", {14, 17}));
  }
  SUBCASE("entropy: must be exceeded") {
    Rule rule;
    rule.entropy = 1.5;
    CHECK_FALSE(passes(rule, "aabb", {0, 4}));
    CHECK(passes(rule, "abcd", {0, 4}));
  }
  SUBCASE("a validator may reject, grade, and move the ends") {
    const Validator grades = [](const ValidatorInput& input) {
      Verdict verdict;
      verdict.accept = input.secret.size() == 3;
      verdict.confidence = Confidence::proven;
      verdict.secret = ByteSpan{1, 2};
      verdict.evidence = {"seen"};
      return verdict;
    };
    Candidate candidate;
    candidate.match = candidate.secret = {0, 3};
    REQUIRE(passes_local_checks(Rule{}, grades, "abc", candidate));
    CHECK(candidate.confidence == Confidence::proven);
    CHECK(candidate.secret == ByteSpan{1, 2});
    CHECK(candidate.evidence.size() == 1);
    candidate.match = candidate.secret = {0, 2};
    CHECK_FALSE(passes_local_checks(Rule{}, grades, "ab", candidate));
  }
}

}  // namespace leaksieve
