// Hyperscan + RE2 in windows = RE2 over the whole text, for every rule and generated
// texts; looking only at what is new = looking at all.
#include <doctest/doctest.h>

#include <algorithm>
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

std::uint64_t seed_of_run() {
  const char* given = std::getenv("LEAKSIEVE_SEED");
  const std::uint64_t seed =
      given != nullptr ? std::strtoull(given, nullptr, 10) : 20261124;
  MESSAGE("seed ", seed);
  return seed;
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

// Another version of `text`: runs of it, in order or not, with something new between
// them.
std::string edited(const std::string& text, std::mt19937_64& random,
                   TextChange& change) {
  std::string out;
  std::uint64_t expected = 0;
  const auto copy = [&](std::uint64_t begin, std::uint64_t end) {
    if (begin >= end) return;
    if (begin != expected) change.fresh.push_back({out.size(), out.size()});
    change.kept.push_back({begin, out.size(), end - begin});
    out += text.substr(begin, end - begin);
    expected = end;
  };
  std::uint64_t at = 0;
  for (std::size_t edits = random() % 4; edits > 0; --edits) {
    const std::uint64_t next = at + random() % (text.size() - at + 1);
    copy(at, next);
    at = next;
    const std::uint64_t cut = std::min<std::uint64_t>(text.size(), at + random() % 40);
    switch (random() % 4) {
      case 0:  // a run goes
        at = cut;
        break;
      case 1:  // a run comes twice
        copy(at, cut);
        break;
      case 2: {  // something new, often a byte
        const std::string fresh = random() % 2 == 0
                                      ? std::string(1, "aZ0-_\n\"' "[random() % 9])
                                      : generated_text(random);
        change.fresh.push_back({out.size(), out.size() + fresh.size()});
        out += fresh;
        expected = UINT64_MAX;
        break;
      }
      default: {  // a run in place of another, of the same size
        const std::string fresh(cut - at, 'x');
        change.fresh.push_back({out.size(), out.size() + fresh.size()});
        out += fresh;
        at = cut;
        expected = UINT64_MAX;
      }
    }
  }
  copy(at, text.size());
  if (expected != text.size()) change.fresh.push_back({out.size(), out.size()});
  return out;
}

}  // namespace

TEST_CASE("Hyperscan and RE2 in windows find what RE2 finds in the whole text") {
  std::mt19937_64 random(seed_of_run());
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

TEST_CASE("What is known of a text and what is new in the next one give all of it") {
  std::mt19937_64 random(seed_of_run());
  test::Detection detection;
  const Matcher& matcher = detection.matcher();
  auto scratch = matcher.make_scratch();
  REQUIRE(scratch);
  std::size_t found = 0;
  for (int round = 0; round < 400; ++round) {
    std::string text = generated_text(random) + generated_text(random);
    std::vector<Candidate> candidates;
    REQUIRE(matcher.find(text, *scratch, candidates));
    Matcher::Known known = scratch->known;
    for (int version = 0; version < 8; ++version) {
      TextChange change;
      text = edited(text, random, change);
      std::vector<Candidate> carried;
      REQUIRE(matcher.find(text, known, change, *scratch, carried));
      known = scratch->known;
      std::vector<Candidate> whole;
      REQUIRE(matcher.find(text, *scratch, whole));
      found += whole.size();
      CAPTURE(round);
      CAPTURE(version);
      REQUIRE(rows(carried, matcher.rules()) == rows(whole, matcher.rules()));
      REQUIRE(known.heads.size() == scratch->known.heads.size());
    }
  }
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
