#include "scanner/app/baseline_command.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "scanner/app/exit_code.h"
#include "scanner/app/output.h"
#include "scanner/app/scan_command.h"
#include "scanner/base/file.h"
#include "scanner/report/escape.h"
#include "scanner/source/git.h"

namespace leaksieve {
namespace {

std::string count(std::size_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string findings(std::size_t number) {
  return count(number, "finding", "findings");
}

std::string line_of(const BaselineEntry& entry) {
  return fmt::format("  {}  {}\n",
                     entry.path.empty() ? "(a message)" : visible(entry.path),
                     visible(entry.rule));
}

std::string list_of(std::string_view title, const std::vector<BaselineEntry>& entries) {
  if (entries.empty()) return {};
  std::string text = fmt::format("{}:\n", title);
  for (const BaselineEntry& entry : entries) text += line_of(entry);
  return text;
}

bool exists(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

// The file that --baseline names, else the one at the root of the repository.
Result<std::string> path_of(const Options& options) {
  if (!options.baselines.empty()) return options.baselines.front();
  const git::Library library;
  SCANNER_TRY(const git::Repository repository,
              git::Repository::open(library, {options.repository}));
  if (repository.work_dir().empty()) {
    return Error{
        "a bare repository has no place for a baseline; name one: --baseline "
        "FILE"};
  }
  return repository.work_dir() + std::string(kBaselineFile);
}

Result<Baseline> read_file_of(const std::string& path) {
  if (!exists(path)) {
    return Error{fmt::format(
        "there is no baseline {}; make one: leaksieve baseline create", path)};
  }
  SCANNER_TRY(const std::string text, read_file(path));
  return read_baseline(text, path);
}

std::string show(const Baseline& baseline) {
  std::map<std::string, std::size_t> rules;
  for (const BaselineEntry& entry : baseline.entries) ++rules[entry.rule];
  std::string text = fmt::format("{} accepted\n", findings(baseline.entries.size()));
  for (const auto& [rule, number] : rules) {
    text += fmt::format("{:>7}  {}\n", number, visible(rule));
  }
  for (const BaselineEntry& entry : baseline.entries) text += line_of(entry);
  return text;
}

std::string what_was_done(const Options& options, const BaselineChange& change,
                          const std::string& path) {
  const std::string file = visible(path);
  switch (options.baseline_action) {
    case BaselineAction::create:
      return fmt::format(
          "{} accepted in {}\nCommit it. It holds no secrets; but its salt lets "
          "whoever "
          "reads it try guesses of weak passwords.\n",
          findings(change.now.entries.size()), file);
    case BaselineAction::update:
      return list_of("added", change.added) + list_of("gone", change.gone) +
             fmt::format("{} accepted in {}: {} added, {} gone\n",
                         findings(change.now.entries.size()), file, change.added.size(),
                         change.gone.size());
    default:
      return list_of("gone", change.gone) +
             fmt::format("{} accepted in {}: {} gone\n",
                         findings(change.now.entries.size()), file, change.gone.size());
  }
}

}  // namespace

BaselineChange compare(const Baseline& before, const std::optional<Salt>& salt,
                       std::span<const Finding> findings, bool adds) {
  BaselineChange change;
  std::vector<Salt> salts = before.salts;
  if (salt) salts.push_back(*salt);
  const std::set<BaselineEntry> known(before.entries.begin(), before.entries.end());
  std::set<BaselineEntry> kept;
  std::set<BaselineEntry> added;
  // What cannot be recognised may well be there.
  for (const BaselineEntry& entry : known) {
    if (std::none_of(salts.begin(), salts.end(), [&](const Salt& one) {
          return one.name == salt_name(entry.fingerprint);
        })) {
      kept.insert(entry);
    }
  }
  for (const Finding& finding : findings) {
    BaselineEntry entry{finding.path, std::string(finding.rule->id), ""};
    bool is_known = false;
    for (const Salt& one : salts) {
      entry.fingerprint = keyed_fingerprint(one, finding, finding.path);
      if (known.contains(entry)) {
        kept.insert(entry);
        is_known = true;
      }
    }
    if (is_known || !adds || !salt) continue;
    entry.fingerprint = keyed_fingerprint(*salt, finding, finding.path);
    added.insert(entry);
  }
  std::set_difference(known.begin(), known.end(), kept.begin(), kept.end(),
                      std::back_inserter(change.gone));
  change.added.assign(added.begin(), added.end());
  change.now.salts = before.salts;
  change.now.entries.assign(kept.begin(), kept.end());
  change.now.entries.insert(change.now.entries.end(), added.begin(), added.end());
  return change;
}

Result<int> run_baseline(const Options& options) {
  SCANNER_TRY(const std::string path, path_of(options));
  const bool creates = options.baseline_action == BaselineAction::create;
  if (creates && exists(path)) {
    return Error{
        fmt::format("{} is there already; add to it: leaksieve baseline update", path)};
  }
  Baseline before;
  if (!creates) {
    SCANNER_TRY(before, read_file_of(path));
  }
  if (options.baseline_action == BaselineAction::show) {
    SCANNER_CHECK(write_standard_output(show(before)));
    return static_cast<int>(kClean);
  }
  return with_report(
      options,
      [&](const Report& report, const std::vector<Salt>& salts) -> Result<int> {
        // The repository's own salt, else the file's, else a new one.
        const bool adds = options.baseline_action != BaselineAction::prune;
        if (adds && salts.empty() && before.salts.empty()) {
          before.salts.push_back(make_salt());
        }
        std::optional<Salt> salt;
        if (!salts.empty()) {
          salt = salts.front();
        } else if (!before.salts.empty()) {
          salt = before.salts.front();
        }
        const BaselineChange change = compare(before, salt, report.findings, adds);
        if (!report.scan.complete && !change.gone.empty()) {
          return Error{
              "not everything could be read, so what is gone is not known and nothing "
              "was written; leaksieve audit says what"};
        }
        SCANNER_CHECK(write_output(path, write_baseline(change.now)));
        SCANNER_CHECK(write_standard_output(what_was_done(options, change, path)));
        return static_cast<int>(report.scan.complete ? kClean : kIncomplete);
      });
}

}  // namespace leaksieve
