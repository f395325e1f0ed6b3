// Every example of every built-in rule is found wherever a secret may stand: in code,
// data, a URL, a header, a script, minified, escaped, at the very end.
//
// Where the secret alone makes the rule's match, the secret alone is put into the
// place. Where the rule needs a name, a context word or a scheme beside it, the whole
// example is. The same rule has to report the same bytes there.
//
// Three classes of rules are let off certain places (kExempt), and an exemption that no
// example needs any more fails.
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "scanner/rules/builtin_rules.h"
#include "tests/support/detection.h"

namespace leaksieve {
namespace {

struct Place {
  std::string_view name;
  std::string_view before;
  std::string_view after;
};

constexpr Place kPlaces[] = {
    {"bare", "", "\n"},
    {"quoted", "connect(\"", "\");\n"},
    {"JSON", "{\"value\": \"", "\", \"next\": 1}\n"},
    {"YAML", "job:\n  value: ", "\n  next: 1\n"},
    {"URL query", "GET https://example.org/?value=", "&next=1\n"},
    {"header", "Authorization: Bearer ", "\r\nAccept: */*\r\n"},
    {"shell export", "export VALUE=", "\nmake\n"},
    {"comment", "x = 1;  // was ", "\n"},
    {"escaped newline", "print(\"first\\n", "\\nlast\")\n"},
    {"percent-encoded", "next=https%3A%2F%2Fexample.org%2F%3Fvalue%3D",
     "%26next%3D1\n"},
    {"minified", "!function(e,t){var n=t(7),r=\"", "\";e.exports=n(r)}(a,b);"},
    {"end of file", "value = ", ""},
};

// The secret has no alphabet of its own, so "&" and "%" may belong to it.
constexpr std::string_view kOpenEnd = "open end";
// The regex asks for a whole name, and "\n" and "%3D" end with a letter.
constexpr std::string_view kWholeName = "whole name";
// The regex asks for the start of a line or a string.
constexpr std::string_view kLineStart = "line start";
// The secret is a block of lines; what follows on its last line is no key.
constexpr std::string_view kLines = "lines";

struct Exemption {
  std::string_view rule;
  std::string_view why;
  std::vector<std::string_view> places;
};

const std::vector<Exemption> kExempt = {
    {"api-key-header", kWholeName, {"escaped newline"}},
    {"bip39-mnemonic", kOpenEnd, {"JSON"}},
    {"command-line-password", kOpenEnd, {"percent-encoded"}},
    {"curl-user-password",
     kOpenEnd,
     {"URL query", "escaped newline", "percent-encoded"}},
    {"database-connection-string", kOpenEnd, {"percent-encoded"}},
    {"django-email-password", kOpenEnd, {"URL query"}},
    {"django-email-password", kWholeName, {"escaped newline", "percent-encoded"}},
    {"django-secret-key", kOpenEnd, {"URL query"}},
    {"django-secret-key", kWholeName, {"escaped newline", "percent-encoded"}},
    {"django-secret-key-fallback", kWholeName, {"escaped newline", "percent-encoded"}},
    {"kubernetes-command-line-secret", kOpenEnd, {"URL query", "percent-encoded"}},
    {"netrc-password", kOpenEnd, {"URL query", "escaped newline", "percent-encoded"}},
    {"npmrc-basic-auth",
     kLineStart,
     {"URL query", "shell export", "escaped newline", "percent-encoded"}},
    // "n" and "D" are of the alphabet of base64.
    {"private-key-base64",
     kWholeName,
     {"shell export", "escaped newline", "percent-encoded"}},
    {"twitter-bearer-token", kOpenEnd, {"percent-encoded"}},
    {"private-key",
     kLines,
     {"JSON", "YAML", "header", "shell export", "escaped newline", "minified"}},
    {"putty-private-key",
     kLines,
     {"quoted", "JSON", "URL query", "escaped newline", "percent-encoded", "minified"}},
    {"redis-acl-password",
     kLineStart,
     {"YAML", "URL query", "header", "shell export", "comment", "escaped newline",
      "percent-encoded", "end of file"}},
    {"redis-password", kOpenEnd, {"URL query", "percent-encoded"}},
    {"slack-session-token", kOpenEnd, {"percent-encoded"}},
};

bool is_exempt(std::string_view rule, std::string_view place) {
  return std::any_of(kExempt.begin(), kExempt.end(), [&](const Exemption& exemption) {
    return exemption.rule == rule &&
           std::count(exemption.places.begin(), exemption.places.end(), place) > 0;
  });
}

// What the rule reports in a text.
std::optional<Candidate> reported(test::Detection& detection, const Rule& rule,
                                  std::string_view text, std::string_view secret = {}) {
  for (const Candidate& candidate : detection.candidates(text)) {
    if (detection.detector().rule(candidate.rule).id == rule.id &&
        (secret.empty() || bytes_of(text, candidate.secret) == secret)) {
      return candidate;
    }
  }
  return std::nullopt;
}

// What goes into the places for one example, and what has to be reported there.
struct Payload {
  std::string text;
  std::string secret;
};

std::optional<Payload> payload_of(test::Detection& detection, const Rule& rule,
                                  std::string_view shape) {
  const std::string text = test::made_up(shape);
  const auto candidate = reported(detection, rule, text);
  if (!candidate) return std::nullopt;
  const std::string secret(bytes_of(text, candidate->secret));
  const bool alone = rule.context.empty() && candidate->match == candidate->secret;
  return Payload{alone ? secret : text, secret};
}

}  // namespace

TEST_CASE("rules: every example is found in every place") {
  test::Detection detection;
  for (const Rule& rule : builtin_rules()) {
    // What an assignment is depends on the syntax around it: the fixtures of each
    // syntax (tests/detect/assignment_syntax_test.cc) say where those rules hold.
    if (rule.regex.empty() || rule.kind == Kind::assignment) continue;
    CAPTURE(rule.id);
    std::vector<bool> everywhere(std::size(kPlaces), true);
    for (const std::string_view shape : rule.examples) {
      CAPTURE(shape);
      const auto payload = payload_of(detection, rule, shape);
      CHECK(payload.has_value());
      if (!payload) continue;
      for (std::size_t i = 0; i < std::size(kPlaces); ++i) {
        const Place& place = kPlaces[i];
        CAPTURE(place.name);
        const std::string text =
            std::string(place.before) + payload->text + std::string(place.after);
        const bool found = reported(detection, rule, text, payload->secret).has_value();
        everywhere[i] = everywhere[i] && found;
        if (!is_exempt(rule.id, place.name)) CHECK(found);
      }
    }
    for (std::size_t i = 0; i < std::size(kPlaces); ++i) {
      CAPTURE(kPlaces[i].name);
      if (is_exempt(rule.id, kPlaces[i].name)) CHECK_FALSE(everywhere[i]);
    }
  }
}

TEST_CASE("rules: exemptions name rules and places that exist") {
  const auto rules = builtin_rules();
  for (const Exemption& exemption : kExempt) {
    CAPTURE(exemption.rule);
    CHECK(std::any_of(rules.begin(), rules.end(),
                      [&](const Rule& rule) { return rule.id == exemption.rule; }));
    for (const std::string_view name : exemption.places) {
      CAPTURE(name);
      CHECK(std::any_of(std::begin(kPlaces), std::end(kPlaces),
                        [&](const Place& place) { return place.name == name; }));
    }
  }
}

}  // namespace leaksieve
