#include "scanner/app/fingerprint_command.h"

#include <fmt/format.h>

#include <set>
#include <vector>

#include "scanner/app/exit_code.h"
#include "scanner/app/output.h"
#include "scanner/app/policy_place.h"
#include "scanner/app/scan_command.h"
#include "scanner/report/escape.h"
#include "scanner/source/git.h"

namespace leaksieve {
namespace {

// A basic string of TOML 1.0.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : valid_utf8(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7f) {
      out += fmt::format("\\u{:04x}", byte);
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace

std::string ignore_entries(std::span<const Finding> findings, const std::string& path) {
  std::set<std::string> entries;
  for (const Finding& finding : findings) {
    std::string entry = fmt::format("# {}\n[[ignore]]\n", finding.rule->id);
    const std::string& name = finding.keyed_fingerprint;
    if (name.empty()) {
      entry += fmt::format("rule = {}\n", quoted(finding.rule->id));
    } else {
      const std::size_t colon = name.find(':');
      const bool named = colon != std::string::npos;
      entry += fmt::format("fingerprint = {}\n",
                           quoted(named ? name.substr(colon + 1) : name));
      if (named) entry += fmt::format("salt = {}\n", quoted(name.substr(0, colon)));
    }
    entry += fmt::format("paths = [{}]\nreason = \"\"\n", quoted(path));
    entries.insert(std::move(entry));
  }
  std::string out;
  for (const std::string& entry : entries) out += (out.empty() ? "" : "\n") + entry;
  return out;
}

Result<int> run_fingerprint(const Options& options) {
  return with_report(
      options, [&](const Report& report, const std::vector<Salt>&) -> Result<int> {
        std::vector<Finding> there;
        for (const Finding& finding : report.findings) {
          const Region& region = finding.region;
          if (options.finding_line == 0 || (region.line <= options.finding_line &&
                                            options.finding_line <= region.end_line)) {
            there.push_back(finding);
          }
        }
        if (there.empty()) {
          return Error{fmt::format(
              "nothing is found at {}{}", visible(options.finding_file),
              options.finding_line == 0 ? std::string()
                                        : fmt::format(":{}", options.finding_line))};
        }
        const git::Library library;
        const auto repository = git::Repository::open(library, {options.finding_file});
        const std::string path =
            path_from(repository ? repository->work_dir() : "", options.finding_file);
        SCANNER_CHECK(write_standard_output(ignore_entries(there, path)));
        if (there.front().keyed_fingerprint.empty()) {
          fmt::print(stderr,
                     "leaksieve: without a salt an entry accepts all that the rule "
                     "finds in the file; leaksieve config init makes one\n");
        }
        return static_cast<int>(kClean);
      });
}

}  // namespace leaksieve
