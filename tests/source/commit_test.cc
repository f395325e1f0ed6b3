#include "scanner/source/commit.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {
namespace {

const std::string kId = "0123456789abcdef0123456789abcdef01234567";

}  // namespace

TEST_CASE("parse_commit") {
  const std::string text = "tree " + kId + "\nparent " + kId + "\nparent " + kId +
                           "\nauthor Ada L <ada@example.com> 1767323045 +0530\n"
                           "committer Bob <b> 1767323100 -0100\n\nmessage\n";
  const auto commit = parse_commit(text);
  REQUIRE(commit);
  CHECK(commit->tree.hex() == kId);
  CHECK(commit->parents.size() == 2);
  CHECK(commit->author.name_and_mail == "Ada L <ada@example.com>");
  CHECK(commit->author.iso_date() == "2026-01-02T08:34:05+05:30");
  CHECK(commit->commit_time == 1767323100);

  SUBCASE("refuses what is no commit") {
    CHECK_FALSE(parse_commit(""));
    CHECK_FALSE(parse_commit("tree 12\n"));
    CHECK_FALSE(parse_commit("tree " + kId + "\nparent xyz\n"));
  }
  SUBCASE("never reads beyond a commit that is cut short") {
    for (std::size_t size = 0; size < text.size(); ++size) {
      (void)parse_commit(text.substr(0, size));
    }
  }
  SUBCASE("takes a damaged author") {
    const auto odd = parse_commit("tree " + kId + "\nauthor nobody\n\nx");
    REQUIRE(odd);
    CHECK(odd->author.name_and_mail.empty());
  }
}

TEST_CASE("parse_tag") {
  const auto tag = parse_tag(
      "object " + kId + "\ntype commit\ntag v1\ntagger A <a> 1767323045 +0000\n\nm");
  REQUIRE(tag);
  CHECK(tag->target.hex() == kId);
  CHECK(tag->tagger.iso_date() == "2026-01-02T03:04:05+00:00");
  CHECK_FALSE(parse_tag("type commit\n"));
}

TEST_CASE("parse_id") {
  const auto id = parse_id(kId + "rest");
  REQUIRE(id);
  CHECK(id->hex() == kId);
  CHECK_FALSE(parse_id(kId.substr(1)));
  CHECK_FALSE(parse_id(std::string(40, 'g')));
}

TEST_CASE("parse_ids") {
  CHECK(parse_ids(kId + "\nnot an id\n\n" + kId + " more").size() == 2);
  CHECK(parse_ids("").empty());
}

TEST_CASE("Signature::iso_date is empty beyond what a calendar has") {
  Signature signature;
  signature.time = INT64_MAX / 2;
  CHECK(signature.iso_date().empty());
}

}  // namespace leaksieve
