#include "scanner/app/policy_place.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>

#include "scanner/app/configuration.h"
#include "scanner/base/file.h"
#include "scanner/policy/baseline.h"
#include "scanner/policy/config_acceptances.h"
#include "scanner/policy/foreign_baseline.h"
#include "scanner/policy/ignore_file.h"
#include "scanner/source/blob_at.h"

namespace leaksieve {
namespace {

constexpr std::uint64_t kMaxPolicyBytes = 256 << 20;

Result<std::optional<std::string>> read_regular_file(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return std::optional<std::string>();
  }
  SCANNER_TRY(const std::optional<FileBytes> bytes, read_bytes(path, kMaxPolicyBytes));
  if (!bytes) return std::optional<std::string>();
  return std::optional(std::string(bytes->view()));
}

Result<Acceptances> read_any_baseline(const std::string& text,
                                      const std::string& name) {
  SCANNER_TRY(std::optional<Acceptances> foreign, read_foreign_baseline(text, name));
  if (foreign) return std::move(*foreign);
  SCANNER_TRY(const Baseline baseline, read_baseline(text, name));
  return acceptances_of(baseline, name);
}

// The path from `folder`, if it is below it.
std::optional<std::string> inside(const std::string& folder, const std::string& path) {
  std::error_code error;
  const std::string whole = std::filesystem::weakly_canonical(path, error).string();
  if (folder.empty() || error || !whole.starts_with(folder)) return std::nullopt;
  return whole.substr(folder.size());
}

// One that --baseline names.
Result<Acceptances> load_named(const PolicyPlace& place, const std::string& file,
                               Diagnostics& diagnostics) {
  const auto name = inside(place.folder, file);
  if ((place.is_commit() || place.is_void) && name) {
    SCANNER_TRY(const std::optional<std::string> text, place.read(*name));
    if (text) return read_any_baseline(*text, *name);
    diagnostics.push_back({Diagnostic::Level::warning,
                           "the base has no such baseline, so nothing of it counts",
                           *name, place.commit.hex(), false});
    return Acceptances{};
  }
  SCANNER_TRY(const std::string text, read_file(file));
  return read_any_baseline(text, file);
}

}  // namespace

Result<std::optional<std::string>> PolicyPlace::read(const std::string& path) const {
  if (is_void) return std::optional<std::string>();
  if (is_commit()) {
    return blob_at(ObjectStore(*repository), commit, path, kMaxPolicyBytes);
  }
  if (folder.empty()) return std::optional<std::string>();
  return read_regular_file(folder + path);
}

std::string path_from(const std::string& folder, const std::string& path) {
  return path.empty() ? path : inside(folder, path).value_or(path);
}

Result<LoadedPolicy> load_policy(const PolicyPlace& place, const Options& options,
                                 Diagnostics& diagnostics) {
  LoadedPolicy loaded;
  Acceptances& all = loaded.acceptances;
  SCANNER_TRY(const ConfigFile file,
              load_configuration(options, std::getenv("LEAKSIEVE_CONFIG"), place));
  all.add(acceptances_of(file.config));
  loaded.rotate_after = file.config.rotate_after;
  if (options.repo_config) {
    for (const char* name : {".gitleaksignore", ".betterleaksignore"}) {
      SCANNER_TRY(const std::optional<std::string> text, place.read(name));
      if (text) all.add(read_ignore_file(*text, name, diagnostics));
    }
  }
  if (!options.use_baselines) return loaded;
  for (const std::string& baseline_file : options.baselines) {
    SCANNER_TRY(Acceptances baseline, load_named(place, baseline_file, diagnostics));
    all.add(std::move(baseline));
  }
  if (options.repo_config && options.baselines.empty()) {
    const std::string name(kBaselineFile);
    SCANNER_TRY(const std::optional<std::string> text, place.read(name));
    if (text) {
      SCANNER_TRY(const Baseline baseline, read_baseline(*text, name));
      all.add(acceptances_of(baseline, name));
    }
  }
  return loaded;
}

}  // namespace leaksieve
