#include "scanner/source/owners/code_owners.h"

#include <doctest/doctest.h>

#include <ostream>

using namespace leaksieve;

namespace {

using Dialect = CodeOwners::Dialect;

struct Row {
  const char* path;
  const char* owners;
};

void check(const CodeOwners& owners, std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CHECK(owners.owners_of(row.path) == row.owners);
  }
}

}  // namespace

TEST_CASE("code owners as GitHub reads them: the last match wins") {
  const CodeOwners owners = CodeOwners::parse(
      "# a comment\n"
      "*                 @all\n"
      "*.js              @js ada@example.org  # not @nobody\n"
      "/build/logs/      @doctor\n"
      "docs/*            @writer\n"
      "apps/             @octo @octo\n"
      "/scripts/**/deep  @deep\n"
      "/apps/free\n"
      "with\\ blank.txt   @blank\r\n"
      "bad.txt           nobody\n"
      "[ab].txt          @sets\n"
      "!apps/x           @no\n"
      "CamelCase         @case\n",
      Dialect::github);
  check(owners, {
                    {"README", "@all"},
                    {"a/b/c.js", "@js ada@example.org"},
                    {"build/logs/today", "@doctor"},
                    {"x/build/logs/today", "@all"},
                    {"docs/guide.md", "@writer"},
                    {"docs/build/guide.md", "@all"},
                    {"x/docs/guide.md", "@all"},
                    {"x/apps/main.js", "@octo"},
                    {"scripts/a/b/deep/x", "@deep"},
                    {"scripts/deep", "@deep"},
                    {"apps/free/x", ""},
                    {"with blank.txt", "@blank"},
                    {"bad.txt", "@all"},
                    {"a.txt", "@all"},
                    {"apps/x", "@octo"},
                    {"camelcase", "@all"},
                });
}

TEST_CASE("code owners as GitLab reads them: one answer a section") {
  const std::string_view text =
      "* @default\n"
      "\n"
      "[Documentation] @docs\n"
      "docs/\n"
      "README.md @readme\n"
      "internal/*.md @internal\n"
      "\n"
      "^[Database][2] @dba @ops\n"
      "/model/db/ \n"
      "!/model/db/seeds.rb\n"
      "/model/db/seeds.rb @late\n"
      "[documentation]\n"
      "LICENSE @legal\n";
  CHECK(CodeOwners::guess_dialect(text) == Dialect::gitlab);
  check(CodeOwners::parse(text, Dialect::gitlab),
        {
            {"main.c", "@default"},
            {"docs/a.txt", "@default @docs"},
            {"x/docs/a.txt", "@default @docs"},
            {"x/README.md", "@default @readme"},
            {"a/internal/b.md", "@default @internal"},
            {"model/db/x.rb", "@default @dba @ops"},
            {"model/db/seeds.rb", "@default"},
            {"LICENSE", "@default @legal"},
        });
}

TEST_CASE("the head of a section makes it GitLab's, a path in brackets does not") {
  CHECK(CodeOwners::guess_dialect("* @a\n[One two]\n") == Dialect::gitlab);
  CHECK(CodeOwners::guess_dialect("^[One][3] @a\n") == Dialect::gitlab);
  CHECK(CodeOwners::guess_dialect("* @a\n[slug].tsx @b\n") == Dialect::github);
  CHECK(CodeOwners::guess_dialect("[] @a\n[open\n") == Dialect::github);
}

TEST_CASE("code owners of nothing") {
  CHECK(CodeOwners().owners_of("a") == "");
  CHECK(CodeOwners::parse("", Dialect::github).owners_of("a") == "");
  CHECK(CodeOwners::parse("\\", Dialect::gitlab).owners_of("\\") == "");
}
