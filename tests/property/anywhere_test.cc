// Every example of every rule is found wherever it begins and whatever stands before
// it: Hyperscan with RE2 in windows and RE2 alone give the same there.
//
// Hyperscan misses matches of a few regexes from some offset on, and only in the
// database of all rules (rules/README.md says which regexes). So every rule is looked
// for at several offsets with that database.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "scanner/app/options.h"
#include "scanner/app/rule_set.h"
#include "scanner/rules/builtin_rules.h"
#include "tests/support/detection.h"
#include "tests/support/regex_sample.h"

namespace leaksieve {
namespace {

constexpr std::size_t kOffsets[] = {0, 1, 13, 40, 200};
constexpr std::string_view kNoises[] = {
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", " ",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"};
constexpr std::uint64_t kSeeds = 3;

// So many bytes of a noise. The last is no letter, so that a word may begin after it.
std::string noise_of(std::string_view characters, std::size_t size,
                     std::mt19937_64& random) {
  std::string noise;
  while (noise.size() < size) noise += characters[random() % characters.size()];
  if (!noise.empty()) noise.back() = " \n\"="[random() % 4];
  return noise;
}

using Row = std::tuple<std::uint64_t, std::uint64_t, std::uint64_t, std::uint64_t>;

// What was found, as if the text had begun at `offset`.
std::vector<Row> rows(const std::vector<Candidate>& candidates, std::size_t offset) {
  std::vector<Row> out;
  for (const Candidate& c : candidates) {
    out.emplace_back(c.match.begin - offset, c.match.end - offset,
                     c.secret.begin - offset, c.secret.end - offset);
  }
  return out;
}

// How many of one rule's examples RE2 finds; `missed` gets a line for each in which
// the two ways do not agree.
std::size_t look_everywhere(std::span<const Rule> rules, std::size_t index,
                            std::string& missed) {
  const Rule& rule = rules[index];
  std::vector<bool> enabled(rules.size(), false);
  enabled[index] = true;
  auto prefilter = Prefilter::deserialize(builtin_database());
  REQUIRE(prefilter);
  const auto matcher =
      Matcher::create(rules, std::move(enabled), std::move(*prefilter));
  REQUIRE(matcher);
  auto scratch = matcher->make_scratch();
  REQUIRE(scratch);
  std::mt19937_64 random(index);
  std::size_t found = 0;
  for (const std::string_view shape : rule.examples) {
    std::size_t disagreements = 0;
    std::size_t first_offset = 0;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
      const std::string example = test::made_up(shape, seed) + "\n";
      std::vector<Candidate> alone;
      matcher->find_by_regex_alone(example, alone);
      if (!alone.empty()) ++found;
      for (const std::size_t offset : kOffsets) {
        for (const std::string_view characters : kNoises) {
          const std::string text = noise_of(characters, offset, random) + example +
                                   noise_of(characters, 30, random);
          std::vector<Candidate> windows;
          REQUIRE(matcher->find(text, *scratch, windows));
          // Nearly always what the example gives alone; then RE2 need not read it all.
          if (rows(windows, offset) == rows(alone, 0)) continue;
          std::vector<Candidate> whole;
          matcher->find_by_regex_alone(text, whole);
          if (rows(windows, 0) == rows(whole, 0)) continue;
          if (disagreements++ == 0) first_offset = offset;
        }
      }
    }
    if (disagreements > 0) {
      missed += std::string(rule.id) + ": " + std::string(shape) + ": " +
                std::to_string(disagreements) + " texts, the first at offset " +
                std::to_string(first_offset) + "\n";
    }
  }
  return found;
}

}  // namespace

TEST_CASE("Every example is found at every offset and after every noise") {
  // Without their validators, which look at what both ways have found.
  std::vector<Rule> rules(builtin_rules().begin(), builtin_rules().end());
  for (Rule& rule : rules) rule.validator = {};
  std::string missed;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].regex.empty()) continue;
    CAPTURE(rules[i].id);
    CHECK(look_everywhere(rules, i, missed) > 0);
  }
  CHECK(missed == "");
}

TEST_CASE("Every regex is found in texts of its own at every offset") {
  const auto rules = builtin_rules();
  constexpr std::size_t kSamples = 30;
  auto prefilter = Prefilter::deserialize(builtin_database());
  REQUIRE(prefilter);
  auto scratch = prefilter->make_scratch();
  REQUIRE(scratch);
  std::mt19937_64 random(1);
  std::string missed;
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].regex.empty()) continue;
    CAPTURE(rules[i].id);
    const Regex regex(rules[i].regex);
    std::size_t matched = 0;
    std::size_t misses = 0;
    for (std::size_t n = 0; n < kSamples; ++n) {
      const std::string sample = test::regex_sample(rules[i].regex, random);
      for (const std::size_t offset : kOffsets) {
        std::string text = noise_of(kNoises[n % std::size(kNoises)], offset, random);
        text += sample + "\n";
        const auto match = regex.find(text, {offset, text.size()});
        if (!match) continue;  // a \b that does not hold here
        ++matched;
        hits.clear();
        REQUIRE(prefilter->scan(text, *scratch, hits));
        const bool hit = std::any_of(hits.begin(), hits.end(), [&](const Hit& h) {
          return to_size(h.rule) == i && h.end > match->span.begin;
        });
        if (!hit && misses++ == 0) {
          missed += std::string(rules[i].id) + " at offset " + std::to_string(offset) +
                    ": " + sample + "\n";
        }
      }
    }
    CHECK(matched > 0);
  }
  CHECK(missed == "");
}

}  // namespace leaksieve
