#include "scanner/app/config_command.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <ctime>
#include <map>

#include "scanner/app/baseline_command.h"
#include "scanner/app/exit_code.h"
#include "scanner/app/output.h"
#include "scanner/app/policy_place.h"
#include "scanner/base/date.h"
#include "scanner/base/file.h"
#include "scanner/policy/baseline.h"
#include "scanner/policy/config_acceptances.h"
#include "scanner/report/escape.h"
#include "scanner/source/git.h"

namespace leaksieve {
namespace {

// The root of the working tree.
Result<std::string> root_of(const Options& options) {
  const git::Library library;
  SCANNER_TRY(const git::Repository repository,
              git::Repository::open(library, {options.repository}));
  if (repository.work_dir().empty()) {
    return Error{"a bare repository has no working tree to configure"};
  }
  return repository.work_dir();
}

// The file that an entry comes from: "a.toml:3" and "a.json, finding 3" name places.
std::string file_of(const Acceptance& entry) {
  const std::string& source = entry.source;
  return source.substr(0, std::min(source.rfind(':'), source.find(", finding ")));
}

Result<int> init(const Options& options) {
  SCANNER_TRY(const std::string root, root_of(options));
  const std::string path = root + std::string(kConfigFile);
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0) {
    return Error{fmt::format("{} is there already", visible(path))};
  }
  Salt salt = make_salt();
  const std::string text = new_config(salt);
  SCANNER_CHECK(write_standard_output(fmt::format("{}:\n\n{}", visible(path), text)));
  if (options.dry_run) return static_cast<int>(kClean);
  SCANNER_CHECK(write_output(path, text));
  if (!options.accept_findings) return static_cast<int>(kClean);
  SCANNER_CHECK(write_standard_output("\n"));
  Options baseline = options;
  baseline.command = Command::baseline;
  baseline.baseline_action = BaselineAction::create;
  baseline.use_baselines = false;
  return run_baseline(baseline);
}

Result<int> check(const Options& options) {
  SCANNER_TRY(const std::string root, root_of(options));
  Diagnostics diagnostics;
  SCANNER_TRY(const LoadedPolicy loaded,
              load_policy({root, nullptr, {}}, options, diagnostics));
  std::string text = summary_of(loaded.acceptances, iso_day(std::time(nullptr)));
  for (const Diagnostic& diagnostic : diagnostics) {
    text += fmt::format("{}: {}: {}\n", name_of(diagnostic.level),
                        visible(diagnostic.path), visible(diagnostic.what));
  }
  SCANNER_CHECK(write_standard_output(text));
  return static_cast<int>(kClean);
}

}  // namespace

std::string new_config(const Salt& salt) {
  return fmt::format(
      "# What leaksieve looks at here and what it accepts: leaksieve config check\n"
      "\n"
      "# The key of fingerprints, here and in {}. With another one\n"
      "# what is accepted is no longer recognised.\n"
      "salt = \"{}\"\n"
      "\n"
      "[scan]\n"
      "# min_confidence = \"medium\"  # low, medium, high or proven\n"
      "# fail_on = \"medium\"         # low, medium, high or critical\n"
      "# exclude = [\"vendor/\"]      # as in .gitignore\n"
      "\n"
      "# A finding that is accepted; leaksieve fingerprint FILE:LINE prints the "
      "entry.\n"
      "# [[ignore]]\n"
      "# rule = \"generic-password\"\n"
      "# paths = [\"tests/**\"]\n"
      "# reason = \"made up for tests\"\n"
      "# expires = 2027-06-30\n",
      kBaselineFile, salt.key);
}

std::string summary_of(const Acceptances& acceptances, const std::string& today) {
  std::map<std::string, std::size_t> files;
  std::string expired;
  for (const Acceptance& entry : acceptances.entries) {
    ++files[file_of(entry)];
    if (!entry.expires.empty() && entry.expires < today) {
      expired +=
          fmt::format("  {} ended on {}\n", visible(entry.source), entry.expires);
    }
  }
  std::string text;
  for (const auto& [file, number] : files) {
    text += fmt::format(
        "{}: {} accepted\n", visible(file),
        number == 1 ? "1 finding is" : fmt::format("{} findings are", number));
  }
  if (text.empty()) text = "nothing is accepted\n";
  if (!expired.empty()) text += "entries that do not count any more:\n" + expired;
  if (acceptances.salts.empty()) {
    text +=
        "there is no salt, so entries cannot name a secret: leaksieve config init\n";
  }
  return text;
}

Result<int> run_config(const Options& options) {
  return options.config_action == ConfigAction::init ? init(options) : check(options);
}

}  // namespace leaksieve
