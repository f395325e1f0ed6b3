#include "scanner/report/wording.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {

TEST_CASE("count_of and size_of") {
  CHECK(count_of(0, "finding") == "0 findings");
  CHECK(count_of(1, "finding") == "1 finding");
  CHECK(size_of(1) == "1 byte");
  CHECK(size_of(1536) == "1.5 KiB");
  CHECK(size_of(5ULL << 40) == "5.0 TiB");
  CHECK(size_of(5ULL << 50) == "5120.0 TiB");
}

TEST_CASE("place_of and artifact_path") {
  Finding finding;
  finding.path = "a/b.py";
  CHECK(place_of(finding) == "a/b.py");
  CHECK(artifact_path(finding) == "a/b.py");
  finding.region = {3, 4, 3, 9};
  CHECK(place_of(finding) == "a/b.py:3:4");
  finding.where = Where::note;
  CHECK(place_of(finding) == "note a/b.py:3:4");

  finding.path.clear();
  finding.where = Where::tag_message;
  finding.blob.bytes.fill(0xd4);
  CHECK(place_of(finding) == "tag message of d4d4d4d4d4d4:3:4");
  CHECK(artifact_path(finding) == "tag/" + finding.blob.hex() + "/message");
  finding.where = Where::commit_message;
  finding.commit.bytes.fill(0xc1);
  CHECK(place_of(finding) == "commit message of c1c1c1c1c1c1:3:4");
  CHECK(artifact_path(finding) == "commit/" + finding.commit.hex() + "/message");
}

TEST_CASE("advice_of") {
  static constexpr std::string_view kSteps[] = {"Make a new key", "Delete the old one"};
  Rule rule;
  Finding finding;
  finding.rule = &rule;
  CHECK(advice_of(finding) == "rotate it first, then clean up");
  CHECK(needs_rotation(finding));
  rule.rotate_steps = kSteps;
  CHECK(advice_of(finding) == "rotate it first: Make a new key");
  finding.reach = Reach::local;
  CHECK(advice_of(finding).starts_with("amend or rebase"));
  CHECK(!needs_rotation(finding));
  finding.reach = Reach::staged;
  CHECK(advice_of(finding) == "unstage it, nothing to rotate");
  rule.kind = Kind::policy_change;
  CHECK(advice_of(finding) == "");
  finding.reach = Reach::remote;
  CHECK(!needs_rotation(finding));
}

TEST_CASE("safe_url and title_of") {
  Rule rule;
  rule.id = "acme-key";
  rule.rotate_url = "javascript:alert(1)";
  CHECK(safe_url(rule) == "");
  rule.rotate_url = "https://acme.example/";
  CHECK(safe_url(rule) == "https://acme.example/");
  CHECK(title_of(rule) == "acme-key");
  rule.description = "An Acme key";
  CHECK(title_of(rule) == "An Acme key");
}

}  // namespace leaksieve
