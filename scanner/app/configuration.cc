#include "scanner/app/configuration.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "scanner/base/ascii.h"
#include "scanner/base/file.h"
#include "scanner/config/extend.h"

namespace leaksieve {
namespace {

// One file extends another, and that one a third.
constexpr int kMaxExtends = 2;

using ReadFile = std::function<Result<std::optional<std::string>>(const std::string&)>;

// What `file` extends, before it.
Result<ConfigFile> with_base(ConfigFile file, SetBy writer, const ReadFile& read,
                             int extends) {
  if (file.extend.path.empty()) return file;
  const std::string place = printable(file.extend.place.text());
  if (extends == kMaxExtends) {
    return Error{fmt::format(
        "{}: extends a file that extends a file; that is one too many", place)};
  }
  SCANNER_TRY(const std::optional<std::string> text, read(file.extend.path));
  if (!text) {
    return Error{fmt::format("{}: there is no file {} to extend", place,
                             printable(file.extend.path))};
  }
  SCANNER_TRY(ConfigFile base, parse_config(*text, file.extend.path, writer));
  SCANNER_TRY(base, with_base(std::move(base), writer, read, extends + 1));
  return extended(std::move(base), std::move(file));
}

// A file of the user's, and what lies beside it.
Result<ConfigFile> load_named(const std::string& path) {
  SCANNER_TRY(const std::string text, read_file(path));
  SCANNER_TRY(ConfigFile file, parse_config(text, path, SetBy::user));
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  return with_base(
      std::move(file), SetBy::user,
      [&](const std::string& base) -> Result<std::optional<std::string>> {
        SCANNER_TRY(std::string content, read_file((folder / base).string()));
        return std::optional(std::move(content));
      },
      0);
}

bool leads_out(const std::string& path) {
  const std::filesystem::path parts(path);
  if (parts.is_absolute()) return true;
  for (const auto& part : parts) {
    if (part == "..") return true;
  }
  return false;
}

}  // namespace

Result<ConfigFile> load_configuration(const Options& options,
                                      const char* from_environment,
                                      const PolicyPlace& place) {
  if (!options.config_file.empty()) return load_named(options.config_file);
  if (from_environment != nullptr && *from_environment != '\0') {
    return load_named(from_environment);
  }
  if (!options.repo_config) return ConfigFile();
  for (const std::string_view name : kConfigNames) {
    SCANNER_TRY(const std::optional<std::string> text, place.read(std::string(name)));
    if (!text) continue;
    SCANNER_TRY(ConfigFile file, parse_config(*text, name, SetBy::anyone));
    return with_base(
        std::move(file), SetBy::anyone,
        [&](const std::string& path) -> Result<std::optional<std::string>> {
          if (leads_out(path)) {
            return Error{
                fmt::format("{}: extends {}, which is outside of the repository", name,
                            printable(path))};
          }
          return place.read(path);
        },
        0);
  }
  return ConfigFile();
}

void apply_settings(const ConfigFile& file, Options& options) {
  const ScanSettings& scan = file.config.scan;
  const auto typed = [&](const char* flag) { return options.given.contains(flag); };
  if (scan.min_confidence && !typed("--min-confidence")) {
    options.policy.min_confidence = *scan.min_confidence;
  }
  if (scan.fail_on && !typed("--fail-on")) options.policy.fail_on = *scan.fail_on;
  if (scan.max_file_bytes && !typed("--max-file-size")) {
    options.max_file_bytes = *scan.max_file_bytes;
  }
  if (scan.report_only && !typed("--report-only")) {
    options.policy.report_only = *scan.report_only;
  }
  if (scan.jobs && !typed("--jobs")) options.jobs = *scan.jobs;
  if (scan.gitignore == false) options.no_gitignore = true;
  if (scan.log_statements && !typed("--log-statements")) {
    if (*scan.log_statements == "off") {
      options.disabled_rules.insert(options.disabled_rules.end(),
                                    {"secret-in-log", "secret-in-error"});
    }
    options.log_statements = *scan.log_statements == "history" ? LogStatements::history
                                                               : LogStatements::tips;
  }
  if (!typed("--rotate-after") && file.config.rotate_after.days) {
    options.rotate_after = *file.config.rotate_after.days;
  }
  if (!typed("--enable-rule")) options.enabled_rules = scan.enable_rules;
  const auto append = [](std::vector<std::string>& to,
                         const std::vector<std::string>& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  append(options.disabled_rules, scan.disable_rules);
  append(options.excludes, scan.exclude);
}

}  // namespace leaksieve
