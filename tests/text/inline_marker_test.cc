#include "scanner/text/inline_marker.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {
namespace {

// "marker rule,rule until=DAY -- reason|..." of a line.
std::string read(std::string_view line) {
  std::string out;
  for (const Marker& marker : markers_in(line)) {
    if (!out.empty()) out += '|';
    out += marker.comment.marker;
    for (const std::string& rule : marker.comment.rules) out += " " + rule;
    if (!marker.comment.until.empty()) out += " until=" + marker.comment.until;
    if (!marker.comment.reason.empty()) out += " -- " + marker.comment.reason;
  }
  return out;
}

}  // namespace

TEST_CASE("markers_in: ours") {
  CHECK(read("x = 1  # leaksieve:allow") == "leaksieve:allow");
  CHECK(
      read("x // leaksieve:allow clerk-secret-key,env-file until=2027-01-31 -- a test "
           "key") ==
      "leaksieve:allow clerk-secret-key env-file until=2027-01-31 -- a test key");
  CHECK(read("/* leaksieve:allow a, b */ x") == "leaksieve:allow a b");
  CHECK(read("<!-- leaksieve:allow -- sample -->") == "leaksieve:allow -- sample");
  CHECK(read("# leaksieve:allow because") == "leaksieve:allow because");
  CHECK(read("# leaksieve:allow until=") == "leaksieve:allow until=nothing");
  CHECK(read("leaksieve:allowed, xleaksieve:allow, leaksieve:allow-all").empty());
}

TEST_CASE("markers_in: those of others") {
  struct Row {
    std::string_view line;
    std::string_view expected;
    Marker::Kind kind;
  };
  using Kind = Marker::Kind;
  for (const Row& row : {
           Row{"a # gitleaks:allow", "gitleaks:allow", Kind::line},
           {"a #betterleaks:allow", "betterleaks:allow", Kind::line},
           {"a # KingFisher:Ignore", "kingfisher:ignore", Kind::around},
           {"a // trufflehog:ignore (made up)", "trufflehog:ignore", Kind::line},
           {"a # ggignore: a test's", "ggignore", Kind::line},
           {"a # pragma: allowlist secret", "pragma: allowlist secret", Kind::line},
           {"a # Pragma:whitelist-secret", "pragma: allowlist secret", Kind::line},
           {"# pragma: allowlist nextline secret", "pragma: allowlist nextline secret",
            Kind::next_line},
           {"// secretlint-disable-line @secretlint/secretlint-rule-slack",
            "secretlint-disable-line slack-*", Kind::line},
           {"// secretlint-disable-next-line", "secretlint-disable-next-line",
            Kind::next_line},
           {"/* secretlint-disable @secretlint/secretlint-rule-preset-recommend */",
            "secretlint-disable *", Kind::block},
           {"/* secretlint-enable */", "secretlint-enable", Kind::end},
       }) {
    CAPTURE(row.line);
    CHECK(read(row.line) == row.expected);
    REQUIRE(markers_in(row.line).size() == 1);
    CHECK(markers_in(row.line)[0].kind == row.kind);
  }
  CHECK(read("kArrayAggIgnoreNulls aggignore ggignore-start pragma: once").empty());
  CHECK(read("pragma: allowlist secrets").empty());
}

TEST_CASE("markers_in: several, in order, and not without end") {
  CHECK(read("# gitleaks:allow leaksieve:allow") == "gitleaks:allow|leaksieve:allow");
  std::string many;
  for (int i = 0; i < 10'000; ++i) many += "leaksieve:allow ";
  CHECK(markers_in(many).size() <= 64);
}

}  // namespace leaksieve
