#include "scanner/app/policy_commands.h"

#include <doctest/doctest.h>

#include <ostream>
#include <vector>

#include "scanner/app/command_line.h"

namespace leaksieve {
namespace {

Options parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "leaksieve");
  const auto request = parse_command_line(static_cast<int>(arguments.size()),
                                          arguments.data(), "version");
  REQUIRE(request);
  return std::get<Options>(*request);
}

}  // namespace

TEST_CASE("the flags of policy") {
  const Options plain = parse({"range", "A..B"});
  CHECK(plain.inline_allow);
  CHECK(plain.repo_config);
  CHECK_FALSE(plain.trust_head);
  const Options options =
      parse({"range", "A..B", "--no-inline-allow", "--no-repo-config", "--trust-head",
             "-b", "x", "--baseline", "y", "--show-suppressed"});
  CHECK_FALSE(options.inline_allow);
  CHECK_FALSE(options.repo_config);
  CHECK(options.trust_head);
  CHECK(options.policy.show_suppressed);
  CHECK(options.baselines == std::vector<std::string>{"x", "y"});
}

TEST_CASE("the commands of policy") {
  const Options prune = parse({"baseline", "prune", "../api"});
  CHECK(prune.command == Command::baseline);
  CHECK(prune.baseline_action == BaselineAction::prune);
  CHECK(prune.repository == "../api");
  CHECK_FALSE(prune.use_baselines);
  const Options init = parse({"config", "init", "--dry-run"});
  CHECK(init.command == Command::config);
  CHECK(init.config_action == ConfigAction::init);
  CHECK(init.dry_run);
}

TEST_CASE("fingerprint takes FILE:LINE or FILE") {
  const Options line = parse({"fingerprint", "a:b.py:12"});
  CHECK(line.command == Command::fingerprint);
  CHECK(line.finding_file == "a:b.py");
  CHECK(line.finding_line == 12);
  CHECK(line.paths == std::vector<std::string>{"a:b.py"});
  CHECK(parse({"fingerprint", "a.py"}).finding_line == 0);
  CHECK(parse({"fingerprint", "a:x"}).finding_file == "a:x");
  CHECK(parse({"fingerprint", ":12"}).finding_file == ":12");
}

}  // namespace leaksieve
