#include "scanner/policy/accept.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {
namespace {

constexpr std::string_view kAliases[] = {"acme-pat"};

const Rule& rule() {
  static const Rule kRule = [] {
    Rule made;
    made.id = "acme-token";
    made.aliases = kAliases;
    return made;
  }();
  return kRule;
}

const Salt kSalt{"s", "key"};

Finding finding(std::string path, std::string secret = "secret",
                std::uint64_t line = 3) {
  Finding finding;
  finding.rule = &rule();
  finding.path = std::move(path);
  finding.secret = SecretText(std::move(secret));
  finding.region = {line, 1, line, 2};
  return finding;
}

Acceptance by_fingerprint(std::vector<std::string> paths) {
  Acceptance entry;
  entry.fingerprint = keyed_fingerprint(kSalt, finding("x"), "x");
  entry.paths = std::move(paths);
  entry.source = "entry";
  return entry;
}

// The finding, judged by one entry.
Finding judged(Finding one, Acceptance entry,
               const AcceptContext& context = {"2026-11-24"}) {
  std::vector<Finding> findings = {std::move(one)};
  accept({{kSalt}, {std::move(entry)}}, context, findings);
  return findings.front();
}

}  // namespace

TEST_CASE("accept: a secret where it is accepted, and not where it has spread") {
  CHECK(judged(finding("a"), by_fingerprint({"a", "b"})).suppression);
  CHECK(judged(finding("anywhere"), by_fingerprint({})).suppression);
  CHECK_FALSE(judged(finding("a", "other"), by_fingerprint({})).suppression);
  const Finding spread = judged(finding("c"), by_fingerprint({"a"}));
  CHECK_FALSE(spread.suppression);
  REQUIRE(spread.evidence.size() == 1);
  CHECK(spread.evidence[0] == "known secret, spread from a");
  CHECK(spread.keyed_fingerprint == by_fingerprint({}).fingerprint);
}

TEST_CASE("accept: a moved file is followed, a copied one is not") {
  AcceptContext context{"2026-11-24"};
  context.is_there = [](const std::string& path) { return path == "still"; };
  CHECK(judged(finding("c"), by_fingerprint({"gone"}), context).suppression);
  CHECK_FALSE(
      judged(finding("c"), by_fingerprint({"still", "gone"}), context).suppression);
}

TEST_CASE("accept: places") {
  Acceptance entry;
  entry.rule = "acme-pat";
  entry.paths = {"a"};
  entry.line = 3;
  CHECK(entry.is_only_a_place());
  CHECK(judged(finding("a"), entry).suppression);
  CHECK_FALSE(judged(finding("b"), entry).suppression);
  CHECK_FALSE(judged(finding("a", "secret", 4), entry).suppression);
  entry.rule = "other";
  CHECK_FALSE(judged(finding("a"), entry).suppression);
  entry.rule = "acme-token";
  entry.commit = std::string(40, '1');
  CHECK_FALSE(judged(finding("a"), entry).suppression);
  Finding of_commit = finding("a");
  of_commit.commit.bytes.fill(0x11);
  CHECK(judged(of_commit, entry).suppression);

  Acceptance glob;
  glob.rule = "acme-token";
  glob.globs.push_back(*Glob::parse("tests/**"));
  CHECK(judged(finding("tests/a/b"), glob).suppression);
  CHECK_FALSE(judged(finding("src/a"), glob).suppression);
}

TEST_CASE("accept: by the secret itself, or its SHA-1") {
  Acceptance entry;
  entry.paths = {"a"};
  entry.secret = SecretText("secret");
  CHECK(judged(finding("a"), entry).suppression);
  CHECK_FALSE(judged(finding("a", "other"), entry).suppression);
  entry.secret.reset();
  entry.sha1 = "e5e9fa1ba31ecd1ae84f75caaa474f3a663f05f4";
  CHECK(judged(finding("a"), entry).suppression);
  CHECK_FALSE(judged(finding("a", "other"), entry).suppression);
}

TEST_CASE("accept: an entry that has expired says so; a rotation is told") {
  Acceptance entry = by_fingerprint({"a"});
  entry.expires = "2026-11-23";
  entry.rotated = "2026-10-01";
  Finding one = finding("a");
  one.exposure.emplace();
  const Finding out = judged(one, entry);
  CHECK_FALSE(out.suppression);
  REQUIRE(out.evidence.size() == 1);
  CHECK(out.evidence[0] == "the entry entry ended on 2026-11-23");
  CHECK(out.exposure->rotated == "2026-10-01");
  entry.expires = "2026-11-24";
  CHECK(judged(one, entry).suppression);
}

TEST_CASE("accept: ignore before baseline, and neither before what was there") {
  Acceptance baseline = by_fingerprint({"a"});
  baseline.by = SuppressedBy::baseline;
  std::vector<Finding> findings = {finding("a"), finding("a")};
  findings[1].suppression = {SuppressedBy::inline_comment, "comment", ""};
  const Accepted accepted =
      accept({{kSalt}, {baseline, by_fingerprint({"a"})}}, {"2026-11-24"}, findings);
  CHECK(findings[0].suppression->by == SuppressedBy::ignore);
  CHECK(findings[1].suppression->by == SuppressedBy::inline_comment);
  CHECK(accepted.used == std::vector<bool>{true, true});
}

TEST_CASE("accept: a salt that is not there is told, once") {
  Acceptance entry = by_fingerprint({"a"});
  std::vector<Finding> none;
  const Accepted accepted = accept({{}, {entry, entry}}, {"2026-11-24"}, none);
  REQUIRE(accepted.diagnostics.size() == 1);
  CHECK(accepted.diagnostics[0].what.find("2 accepted findings") == 0);
  CHECK(accept({{kSalt}, {entry}}, {"2026-11-24"}, none).diagnostics.empty());
}

TEST_CASE("accept: paths as they were typed") {
  AcceptContext context{"2026-11-24"};
  context.from_root = [](const std::string& path) { return path.substr(2); };
  CHECK(judged(finding("./a"), by_fingerprint({"a"}), context).suppression);
}

}  // namespace leaksieve
