#include "scanner/policy/inline_allow.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string_view>
#include <vector>

namespace leaksieve {
namespace {

constexpr std::string_view kAliases[] = {"generic-api-key"};

Rule rule() {
  Rule rule;
  rule.id = "acme-token";
  rule.aliases = kAliases;
  return rule;
}

Candidate judged(const std::vector<InlineComment>& comments, std::uint64_t size = 5,
                 bool enabled = true) {
  Candidate candidate;
  candidate.secret = {0, size};
  apply_comments({enabled, "2026-11-24"}, rule(), comments, candidate);
  return candidate;
}

InlineComment comment(std::vector<std::string> rules, std::string until = "") {
  return {"leaksieve:allow", std::move(rules), std::move(until), "made up", 3};
}

}  // namespace

TEST_CASE("apply_comments: by name, by alias, by the beginning of a name, or all") {
  for (const char* name : {"acme-token", "generic-api-key", "acme-*", "*"}) {
    CAPTURE(name);
    const Candidate candidate = judged({comment({"other", name})});
    REQUIRE(candidate.suppression);
    CHECK(candidate.suppression->by == SuppressedBy::inline_comment);
    CHECK(candidate.suppression->source == "leaksieve:allow on line 3");
    CHECK(candidate.suppression->reason == "made up");
  }
  CHECK(judged({comment({})}).suppression);
  CHECK_FALSE(judged({comment({})}, 5, false).suppression);
  CHECK_FALSE(judged({}).suppression);
}

TEST_CASE("apply_comments: what does not count says why") {
  const Candidate other = judged({comment({"because"})});
  CHECK_FALSE(other.suppression);
  REQUIRE(other.evidence.size() == 1);
  CHECK(other.evidence[0] == "leaksieve:allow on line 3 names other rules");

  const Candidate ended = judged({comment({}, "2026-11-23")});
  CHECK_FALSE(ended.suppression);
  REQUIRE(ended.evidence.size() == 1);
  CHECK(ended.evidence[0] == "leaksieve:allow on line 3 ended on 2026-11-23");
  CHECK(judged({comment({}, "2026-11-24")}).suppression);

  CHECK_FALSE(judged({comment({}, "tomorrow")}).suppression);
  CHECK(judged({comment({}, "tomorrow"), comment({})}).suppression);
}

TEST_CASE("apply_comments: a whole file wants to be named") {
  CHECK_FALSE(judged({comment({})}, 0).suppression);
  CHECK(judged({comment({"acme-token"})}, 0).suppression);
}

}  // namespace leaksieve
