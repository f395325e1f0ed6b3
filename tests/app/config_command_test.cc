#include "scanner/app/config_command.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {

// The commands themselves: tests/cli/config_init.sh.
TEST_CASE("new_config says the salt") {
  CHECK(new_config({"", "0123"}).find("\nsalt = \"0123\"\n") != std::string::npos);
}

TEST_CASE("summary_of: files, what has expired, no salt") {
  Acceptance one;
  one.source = ".leaksieve.toml:3";
  one.expires = "2026-01-01";
  Acceptance two;
  two.source = ".leaksieve-baseline.jsonl";
  const std::string text = summary_of({{}, {one, two, two}}, "2026-11-24");
  CHECK(text.find(".leaksieve.toml: 1 finding is accepted") != std::string::npos);
  CHECK(text.find(".leaksieve-baseline.jsonl: 2 findings are") != std::string::npos);
  CHECK(text.find(".leaksieve.toml:3 ended on 2026-01-01") != std::string::npos);
  CHECK(text.find("no salt") != std::string::npos);
  const std::string other = summary_of({{{"", "k"}}, {}}, "2026-11-24");
  CHECK(other == "nothing is accepted\n");
}

}  // namespace leaksieve
