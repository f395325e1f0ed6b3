#include "scanner/match/matcher.h"

#include <doctest/doctest.h>

#include <array>
#include <ostream>
#include <string>

namespace leaksieve {
namespace {

Rule rule(std::string_view id, std::string_view regex, std::uint32_t width) {
  Rule rule;
  rule.id = id;
  rule.regex = regex;
  rule.width = width;
  return rule;
}

std::vector<std::string> found(const Matcher& matcher, std::string_view text) {
  auto scratch = matcher.make_scratch();
  REQUIRE(scratch);
  std::vector<Candidate> candidates;
  REQUIRE(matcher.find(text, *scratch, candidates));
  std::vector<Candidate> alone;
  matcher.find_by_regex_alone(text, alone);
  std::vector<std::string> out;
  for (const Candidate& c : candidates) out.emplace_back(bytes_of(text, c.match));
  std::vector<std::string> oracle;
  for (const Candidate& c : alone) oracle.emplace_back(bytes_of(text, c.match));
  CHECK(out == oracle);
  return out;
}

Matcher matcher_of(std::span<const Rule> rules) {
  auto prefilter = Prefilter::compile(rules);
  REQUIRE(prefilter);
  auto matcher = Matcher::create(rules, std::vector<bool>(rules.size(), true),
                                 std::move(*prefilter));
  REQUIRE(matcher);
  return std::move(*matcher);
}

}  // namespace

TEST_CASE("Matcher::find") {
  const std::array rules = {rule("key", "k_[a-z0-9]{4,8}", 10)};
  const Matcher matcher = matcher_of(rules);

  SUBCASE("gives the longest match at a start, once") {
    CHECK(found(matcher, "x = 'k_abcd12'") == std::vector<std::string>{"k_abcd12"});
  }
  SUBCASE("asks for word boundaries") {
    CHECK(found(matcher, "ask_abcd12").empty());
    CHECK(found(matcher, "k_abcd12345").empty());
    CHECK(found(matcher, "\"a\\nk_abcd12\"") == std::vector<std::string>{"k_abcd12"});
  }
  SUBCASE("goes on after a rejection inside it") {
    CHECK(found(matcher, "kk_k_abcd k_efgh k_efgh") ==
          std::vector<std::string>{"k_efgh", "k_efgh"});
  }
  SUBCASE("finds the last bytes of a text without a newline") {
    CHECK(found(matcher, "k_abcd") == std::vector<std::string>{"k_abcd"});
  }
}

TEST_CASE("Matcher: of two matches of a rule the inner one is dropped") {
  std::array rules = {rule("pair", "a.{0,6}b", 8)};
  rules[0].boundary = false;
  const Matcher matcher = matcher_of(rules);
  CHECK(found(matcher, "a1a2b") == std::vector<std::string>{"a1a2b"});
}

TEST_CASE("Matcher: a disabled rule never matches") {
  const std::array rules = {rule("key", "k_[a-z]{4}", 6)};
  auto prefilter = Prefilter::compile(rules);
  REQUIRE(prefilter);
  auto matcher = Matcher::create(rules, {false}, std::move(*prefilter));
  REQUIRE(matcher);
  CHECK(found(*matcher, "k_abcd").empty());
}

TEST_CASE("Matcher::create refuses an unknown validator") {
  std::array rules = {rule("key", "k", 1)};
  rules[0].validator = "no-such-check";
  auto prefilter = Prefilter::compile(rules);
  REQUIRE(prefilter);
  const auto matcher = Matcher::create(rules, {true}, std::move(*prefilter));
  REQUIRE_FALSE(matcher);
  CHECK(matcher.error().message.find("no-such-check") != std::string::npos);
}

}  // namespace leaksieve
