#include "scanner/app/user_rules.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {
namespace {

struct Prepared {
  std::string error;
  Search search{};
  Rule rule;
  RuleTexts texts;
};

Prepared prepared(const std::string& keys) {
  Prepared out;
  const auto file =
      parse_config("[[rules]]\nid = 'a'\n" + keys, "c.toml", SetBy::anyone);
  REQUIRE_MESSAGE(file, (file ? "" : file.error().message));
  out.rule = file->rules[0].rule;
  const auto search = prepare_rule(file->rules[0], out.texts, out.rule);
  if (search) {
    out.search = *search;
  } else {
    out.error = search.error().message;
  }
  out.rule.keywords = {};
  return out;
}

}  // namespace

TEST_CASE("prepare_rule chooses how a rule is looked for") {
  CHECK(prepared("regex = 'acme_[0-9]{8}'\n").search == Search::hyperscan);
  CHECK(prepared("regex = 'acme_[0-9]{8}'\nkeywords = ['ACME']\n").search ==
        Search::hyperscan);
  // A keyword that a match need not hold admits the text, wherever it stands.
  CHECK(prepared("regex = '[0-9]{8}'\nkeywords = ['acme']\n").search ==
        Search::keywords);
  CHECK(prepared("regex = 'acme.*'\nkeywords = ['acme']\n").search == Search::keywords);
  CHECK(prepared("regex = 'acme.*'\n").search == Search::whole);
  CHECK(prepared("regex = 'acme.*'\nhead = 'acme'\n").search == Search::hyperscan);
  CHECK(prepared("path = '\\.pem$'\n").search == Search::path);
  CHECK(prepared("regex = '(?<name>a)b'\n").search == Search::hyperscan);
}

TEST_CASE("prepare_rule says where a mistake is") {
  CHECK(prepared("regex = '(a'\n").error.starts_with("c.toml:1:1: rule a: bad regex"));
  CHECK(prepared("regex = 'a(?=b)'\n").error.find("bad regex") != std::string::npos);
  CHECK(prepared("regex = 'a'\nsecretGroup = 1\n").error ==
        "c.toml:1:1: rule a: secretGroup is 1, but its regex has 0 groups");
  CHECK(prepared("regex = 'a'\nvalidator = 'nope'\n").error ==
        "c.toml:1:1: rule a: there is no validator \"nope\"");
  CHECK(prepared("regex = 'a'\nhead = 'a*'\n").error.find("its head can match more") !=
        std::string::npos);
  CHECK(prepared("regex = \"a\\u0000\"\n").error.find("zero bytes") !=
        std::string::npos);
}

}  // namespace leaksieve
