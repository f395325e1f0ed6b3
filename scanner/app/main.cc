#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <new>

#include "scanner/app/baseline_command.h"
#include "scanner/app/command_line.h"
#include "scanner/app/config_command.h"
#include "scanner/app/exit_code.h"
#include "scanner/app/explain_command.h"
#include "scanner/app/fingerprint_command.h"
#include "scanner/app/interrupt.h"
#include "scanner/app/output.h"
#include "scanner/app/rules_check.h"
#include "scanner/app/rules_command.h"
#include "scanner/app/scan_command.h"
#include "scanner/app/version.h"
#include "scanner/report/rules_json.h"
#include "scanner/rules/builtin_rules.h"

namespace leaksieve {
namespace {

Result<int> run(int argc, const char* const* argv) {
  SCANNER_TRY(const Request request, parse_command_line(argc, argv, version_text()));
  if (const auto* text = std::get_if<std::string>(&request)) {
    SCANNER_CHECK(write_standard_output(*text));
    return static_cast<int>(kClean);
  }
  const auto& options = std::get<Options>(request);
  if (options.command == Command::rules_list) {
    SCANNER_CHECK(write_standard_output(options.rules_format == "json"
                                            ? rules_json(builtin_rules())
                                            : list_rules(builtin_rules())));
    return static_cast<int>(kClean);
  }
  if (options.command == Command::explain) {
    SCANNER_TRY(const std::string text, explain(builtin_rules(), options.rule_name));
    SCANNER_CHECK(write_standard_output(text));
    return static_cast<int>(kClean);
  }
  if (options.command == Command::rules_check) return run_rules_check(options);
  if (options.command == Command::baseline) return run_baseline(options);
  if (options.command == Command::fingerprint) return run_fingerprint(options);
  if (options.command == Command::config) return run_config(options);
  return run_scan(options);
}

}  // namespace
}  // namespace leaksieve

int main(int argc, char** argv) {
  using namespace leaksieve;
  // A closed pipe is an error to report, not a reason to die without a word.
  std::signal(SIGPIPE, SIG_IGN);
  end_on_interrupt();
  int code = kFailed;
  try {
    const Result<int> done = run(argc, argv);
    if (done) {
      code = *done;
    } else {
      fmt::print(stderr, "leaksieve: {}\n", done.error().message);
    }
  } catch (const std::bad_alloc&) {
    std::fputs("leaksieve: out of memory\n", stderr);
  }
  // Everything was written; tearing down what the system takes back anyway costs a hook
  // more than its scan.
  std::_Exit(code);
}
