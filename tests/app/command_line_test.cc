#include "scanner/app/command_line.h"

#include <doctest/doctest.h>

#include <ostream>
#include <vector>

namespace leaksieve {
namespace {

Result<Request> parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "leaksieve");
  return parse_command_line(static_cast<int>(arguments.size()), arguments.data(),
                            "v1\n");
}

Options options(const std::vector<const char*>& arguments) {
  auto request = parse(arguments);
  REQUIRE(request);
  REQUIRE(std::holds_alternative<Options>(*request));
  return std::get<Options>(*request);
}

std::string error(const std::vector<const char*>& arguments) {
  const auto request = parse(arguments);
  return request ? "" : request.error().message;
}

}  // namespace

TEST_CASE("parse_command_line reads every flag") {
  const Options typed = options({"audit",
                                 "../repo",
                                 "--all-objects",
                                 "-o",
                                 "json=out.json",
                                 "-o",
                                 "text",
                                 "--show-secrets",
                                 "--min-confidence",
                                 "high",
                                 "--fail-on",
                                 "critical",
                                 "--report-only",
                                 "--exclude",
                                 "*.min.js",
                                 "--enable-rule",
                                 "a",
                                 "--disable-rule",
                                 "b",
                                 "--max-file-size",
                                 "3K",
                                 "-j",
                                 "4",
                                 "--color",
                                 "never",
                                 "--log-statements",
                                 "history",
                                 "-q",
                                 "--debug"});
  CHECK(typed.command == Command::audit);
  CHECK(typed.repository == "../repo");
  CHECK(typed.all_objects);
  REQUIRE(typed.outputs.size() == 2);
  CHECK(typed.outputs[0].format == "json");
  CHECK(typed.outputs[0].file == "out.json");
  CHECK(typed.secrets == Secrets::shown);
  CHECK(typed.policy.min_confidence == Confidence::high);
  CHECK(typed.policy.fail_on == Severity::critical);
  CHECK(typed.policy.report_only);
  CHECK(typed.excludes == std::vector<std::string>{"*.min.js"});
  CHECK(typed.max_file_bytes == 3072);
  CHECK(typed.jobs == 4);
  CHECK(typed.color == ColorWhen::never);
  CHECK(typed.log_statements == LogStatements::history);
  CHECK(typed.quiet);
  CHECK(typed.debug);
}

TEST_CASE("parse_command_line knows every command") {
  CHECK(options({"staged"}).command == Command::staged);
  CHECK(options({"staged"}).outputs.size() == 1);
  CHECK(options({"staged"}).log_statements == LogStatements::tips);
  CHECK(options({"dir", ".", "--log-statements=off"}).disabled_rules ==
        std::vector<std::string>{"secret-in-log", "secret-in-error"});
  CHECK(options({"range", "A..B"}).range == "A..B");
  CHECK(options({"range", "--stdin"}).range_from_stdin);
  CHECK(options({"dir", "a", "b"}).paths.size() == 2);
  CHECK(options({"dir", "--files-from", "-"}).files_from == "-");
  CHECK(options({"stdin", "--path", ".env"}).stdin_path == ".env");
  CHECK(options({"rules", "list"}).command == Command::rules_list);
}

TEST_CASE("parse_command_line prints help and version") {
  for (const auto& arguments : std::vector<std::vector<const char*>>{
           {"--help"}, {"audit", "--help"}, {"rules", "list", "--help"}}) {
    const auto request = parse(arguments);
    REQUIRE(request);
    CHECK(std::holds_alternative<std::string>(*request));
  }
  CHECK(std::get<std::string>(*parse({"--version"})) == "v1\n");
}

TEST_CASE("parse_command_line says what is wrong") {
  struct Row {
    std::vector<const char*> arguments;
    std::string says;
  };
  for (const Row& row : {
           Row{{}, "subcommand"},
           Row{{"scan"}, "Try: leaksieve --help"},
           Row{{"audit", "-o", "yaml"}, "there is no format \"yaml\"; there are: text"},
           Row{{"audit", "-o", "json="}, "names no file"},
           Row{{"audit", "-o", "json", "-o", "text"},
               "two reports would go to standard"},
           Row{{"audit", "-o", "json=a", "-o", "csv=./b/../a"},
               "two reports would go to"},
           Row{{"audit", "-o", "json=a", "--rotation-plan", "a"},
               "two reports would go"},
           Row{{"completion", "csh"}, "none of: bash, zsh, fish"},
           Row{{"audit", "--max-file-size", "3X"}, "\"3X\" is no size"},
           Row{{"audit", "--max-file-size", "0"}, "is no size"},
           Row{{"audit", "--fail-on", "bad"}, "none of: low, medium, high, critical"},
           Row{{"audit", "--min-confidence", "bad"},
               "none of: low, medium, high, proven"},
           Row{{"audit", "--color", "blue"}, "none of: auto, always, never"},
           Row{{"dir", ".", "--log-statements", "on"}, "none of: off, tips, history"},
           Row{{"audit", "-j", "0"}, "-j"},
           Row{{"range"}, "give a range"},
           Row{{"dir"}, "give a path"},
       }) {
    CAPTURE(row.says);
    const std::string message = error(row.arguments);
    CAPTURE(message);
    CHECK(message.find(row.says) != std::string::npos);
  }
}

}  // namespace leaksieve
