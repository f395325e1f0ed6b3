#include "scanner/detect/referenced_files.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {
namespace {

std::vector<std::string> files(std::string_view text, std::string_view path) {
  std::vector<Candidate> found;
  add_referenced_files(text, path, RuleIndex{0}, found);
  std::vector<std::string> out;
  for (const Candidate& candidate : found) {
    REQUIRE(candidate.related.size() == 1);
    CHECK(candidate.related[0].role == kReferencedFile);
    out.push_back(std::string(bytes_of(text, candidate.secret)) + " -> " +
                  candidate.related[0].path);
  }
  return out;
}

using Files = std::vector<std::string>;

}  // namespace

TEST_CASE("add_referenced_files: secrets and environment files of a compose file") {
  CHECK(files("services:\n"
              "  web:\n"
              "    env_file: ./prod.vars  # all of it\n"
              "    secrets:\n"
              "      - db\n"
              "  job:\n"
              "    env_file:\n"
              "      - \"common.vars\"\n"
              "      - path: ../job.vars\n"
              "        required: false\n"
              "    command: [\"x\"]\n"
              "secrets:\n"
              "  db:\n"
              "    file: ./secrets/db.txt\n"
              "configs:\n"
              "  site:\n"
              "    file: ./site.conf\n",
              "deploy/compose.yml") ==
        Files{"./prod.vars -> deploy/prod.vars", "common.vars -> deploy/common.vars",
              "../job.vars -> job.vars", "./secrets/db.txt -> deploy/secrets/db.txt"});
}

TEST_CASE("add_referenced_files: what is no file of the tree, or told by its name") {
  CHECK(files("secrets:\n"
              "  a:\n    file: ${SECRETS}/a\n"
              "  b:\n    file: /run/b\n"
              "  c:\n    file: ../c\n"
              "  d:\n    external: true\n"
              "services:\n  x:\n    env_file: .env\n  y:\n    env_file: .env.example\n",
              "compose.yml")
            .empty());
  CHECK(
      files("secrets:\n  a:\n    file: \"\n  b:\n    file:\n", "compose.yml").empty());
}

TEST_CASE("is_compose_file") {
  CHECK(is_compose_file("compose.yml"));
  CHECK(is_compose_file("docker-compose.prod.yaml"));
  CHECK_FALSE(is_compose_file("compose.json"));
  CHECK_FALSE(is_compose_file("values.yml"));
}

}  // namespace leaksieve
