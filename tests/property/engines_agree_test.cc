// Hyperscan + RE2 in windows = RE2 over the whole text, for every rule and generated
// texts.
#include <doctest/doctest.h>

#include <cstdlib>
#include <random>
#include <string>
#include <tuple>

#include "scanner/rules/builtin_rules.h"
#include "tests/support/detection.h"

namespace leaksieve {
namespace {

using Row = std::tuple<std::string_view, std::uint64_t, std::uint64_t, std::uint64_t,
                       std::uint64_t, Severity, Confidence>;

std::vector<Row> rows(const std::vector<Candidate>& candidates,
                      std::span<const Rule> rules) {
  std::vector<Row> out;
  for (const Candidate& c : candidates) {
    out.emplace_back(rules[to_size(c.rule)].id, c.match.begin, c.match.end,
                     c.secret.begin, c.secret.end, c.severity, c.confidence);
  }
  return out;
}

// Text that looks like a file, with examples, damaged examples and noise between them.
std::string generated_text(std::mt19937_64& random) {
  constexpr std::string_view kGlue[] = {"\n", " ", "\"",       "'",     "=",  "\\n",
                                        "_",  "x", "%20",      "\t",    ": ", "//",
                                        "{",  "}", "\x00\xff", "clerk "};
  const auto rules = builtin_rules();
  std::string text;
  const std::size_t parts = 1 + random() % 12;
  for (std::size_t i = 0; i < parts; ++i) {
    const Rule& rule = rules[random() % rules.size()];
    if (!rule.examples.empty() && random() % 4 != 0) {
      const auto& shapes = rule.counterexamples.empty() || random() % 3 != 0
                               ? rule.examples
                               : rule.counterexamples;
      std::string sample = test::made_up(shapes[random() % shapes.size()], random());
      switch (random() % 6) {
        case 0:
          sample = sample.substr(random() % sample.size());
          break;
        case 1:
          sample.resize(random() % sample.size() + 1);
          break;
        case 2:
          sample[random() % sample.size()] = static_cast<char>(random());
          break;
        default:
          break;
      }
      text += sample;
    } else {
      for (std::size_t n = random() % 300; n > 0; --n) {
        text += "abcdefghij KEYsecret_0123456789+/=\n\"'"[random() % 37];
      }
    }
    text += kGlue[random() % std::size(kGlue)];
  }
  return text;
}

}  // namespace

TEST_CASE("Hyperscan and RE2 in windows find what RE2 finds in the whole text") {
  const char* given = std::getenv("LEAKSIEVE_SEED");
  const std::uint64_t seed =
      given != nullptr ? std::strtoull(given, nullptr, 10) : 20261124;
  MESSAGE("seed ", seed);
  std::mt19937_64 random(seed);
  test::Detection detection;
  const Matcher& matcher = detection.matcher();
  auto scratch = matcher.make_scratch();
  REQUIRE(scratch);
  std::size_t found = 0;
  for (int round = 0; round < 1500; ++round) {
    const std::string text = generated_text(random);
    std::vector<Candidate> windows;
    std::vector<Candidate> whole;
    REQUIRE(matcher.find(text, *scratch, windows));
    matcher.find_by_regex_alone(text, whole);
    found += whole.size();
    CAPTURE(round);
    REQUIRE(rows(windows, matcher.rules()) == rows(whole, matcher.rules()));
  }
  // The texts must be such that there is something to agree on.
  CHECK(found > 2000);
}

TEST_CASE("What is found in a text does not depend on the text around it") {
  std::mt19937_64 random(7);
  test::Detection detection;
  const Matcher& matcher = detection.matcher();
  for (int round = 0; round < 300; ++round) {
    const std::string text = generated_text(random);
    const std::string before(kMaxMatchWidth + 100, '\n');
    std::vector<Candidate> alone;
    std::vector<Candidate> inside;
    matcher.find_by_regex_alone(text, alone);
    matcher.find_by_regex_alone(before + text + before, inside);
    CAPTURE(round);
    REQUIRE(alone.size() == inside.size());
    for (std::size_t i = 0; i < alone.size(); ++i) {
      CHECK(alone[i].rule == inside[i].rule);
      CHECK(alone[i].secret.begin + before.size() == inside[i].secret.begin);
    }
  }
}

}  // namespace leaksieve
