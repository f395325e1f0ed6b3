#include "scanner/scan/introduced.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {
namespace {

// Candidates of rule 0: every 's' and the digit after it.
std::vector<Candidate> candidates_in(std::string_view text) {
  std::vector<Candidate> out;
  for (std::size_t at = text.find('s'); at != std::string_view::npos;
       at = text.find('s', at + 1)) {
    Candidate candidate;
    candidate.match = candidate.secret = {at, at + 2};
    // A '!' behind it is the comment that lets it pass.
    if (text.substr(at + 2).starts_with('!')) candidate.suppression.emplace();
    out.push_back(candidate);
  }
  return out;
}

std::string introduced(const std::vector<std::string>& before, std::string_view now) {
  Past past;
  for (const std::string& text : before) past.add(text, candidates_in(text));
  std::string out;
  for (const Candidate& candidate : past.introduced(now, candidates_in(now))) {
    out += std::string(bytes_of(now, candidate.secret)) + "@" +
           std::to_string(candidate.secret.begin) + " ";
  }
  return out;
}

}  // namespace

TEST_CASE("Past::introduced goes by the identity where there is one") {
  Candidate candidate;
  candidate.match = candidate.secret = {0, 2};
  candidate.identity = "f(s1)";
  Past past;
  past.add("s1", {candidate});
  CHECK(past.introduced("x1", {candidate}).empty());
  candidate.identity = "g(s1)";
  CHECK(past.introduced("s1", {candidate}).size() == 1);
}

TEST_CASE("Past::introduced: comments that let pass") {
  SUBCASE("removing one introduces what it hid") {
    CHECK(introduced({"s1!"}, "s1") == "s1@0 ");
  }
  SUBCASE("adding one introduces nothing") { CHECK(introduced({"s1"}, "s1!").empty()); }
  SUBCASE("what comes with one is introduced, to be counted") {
    CHECK(introduced({"x"}, "s1!") == "s1@0 ");
    CHECK(introduced({"s1!"}, "s1!\nx").empty());
    CHECK(introduced({"s1!"}, "s1!\ns1") == "s1@4 ");
    CHECK(introduced({"s1"}, "s1\ns1!") == "s1@3 ");
  }
  SUBCASE("moving one to another copy of the secret introduces nothing") {
    CHECK(introduced({"s1!\ns1"}, "s1\ns1!").empty());
  }
}

TEST_CASE("Past::introduced") {
  SUBCASE("all of a text without a past") {
    CHECK(introduced({}, "s1\ns2") == "s1@0 s2@3 ");
  }
  SUBCASE("not what stood there, moved or with another neighbour") {
    CHECK(introduced({"a s1"}, "b\nc\n  s1 # edited").empty());
  }
  SUBCASE("a second copy, on the line that is new") {
    CHECK(introduced({"s1 old"}, "s1 new\ns1 old") == "s1@0 ");
    CHECK(introduced({"s1 old"}, "s1 old\ns1 new") == "s1@7 ");
  }
  SUBCASE("not more often than in any one text of the past") {
    CHECK(introduced({"s1", "s1\ns1"}, "s1\ns1").empty());
    CHECK(introduced({"s1", "s1"}, "s1\ns1") == "s1@0 ");
  }
}

}  // namespace leaksieve
