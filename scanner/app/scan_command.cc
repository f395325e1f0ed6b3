#include "scanner/app/scan_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "scanner/app/configuration.h"
#include "scanner/app/exit_code.h"
#include "scanner/app/input.h"
#include "scanner/app/interrupt.h"
#include "scanner/app/output.h"
#include "scanner/app/policy_step.h"
#include "scanner/app/progress.h"
#include "scanner/app/rule_set.h"
#include "scanner/base/date.h"
#include "scanner/detect/detector.h"
#include "scanner/policy/gate_files.h"
#include "scanner/scan/owners.h"
#include "scanner/scan/scan.h"
#include "scanner/source/history/history_source.h"
#include "scanner/source/index_source.h"
#include "scanner/source/path_source.h"
#include "scanner/source/range_source.h"

namespace leaksieve {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// What a command scans, and what it says of it.
struct Job {
  std::optional<git::Repository> repository;  // borrowed by the source
  std::unique_ptr<Source> source;
  std::string mode;
  std::string target;
  Reach reach = Reach::unknown;
  PathFilter filter;  // what the source has not left out itself
  ObjectId base;      // range: whose policy counts
  ObjectId head;      // range: what it has become
};

// Unless the configuration was looked for in it, and it is open.
Result<void> open_repository(const git::Library& library, const std::string& path,
                             Job& job) {
  if (!job.repository) {
    SCANNER_TRY(git::Repository repository, git::Repository::open(library, {path}));
    job.repository.emplace(std::move(repository));
  }
  job.target = job.repository->work_dir().empty() ? job.repository->git_dir()
                                                  : job.repository->work_dir();
  return {};
}

Result<Job> staged_job(const git::Library& library, const Options& options,
                       const PathFilter& filter, Job job) {
  job.mode = "staged";
  job.reach = Reach::staged;
  SCANNER_CHECK(open_repository(library, "", job));
  SCANNER_TRY(job.source,
              make_index_source(*job.repository, filter, options.max_file_bytes));
  // The pre-commit framework's `run --all-files` stages nothing: it wants all of it.
  const char* framework = std::getenv("PRE_COMMIT");
  const Listing& listing = job.source->listing();
  if (listing.items.empty() && listing.skipped.empty() && framework != nullptr &&
      std::string_view(framework) == "1") {
    job.reach = Reach::unknown;
    SCANNER_TRY(job.source, make_whole_index_source(*job.repository, filter,
                                                    options.max_file_bytes));
  }
  return job;
}

Result<Job> range_job(const git::Library& library, const Options& options,
                      const PathFilter& filter, Job job) {
  job.mode = "range";
  SCANNER_CHECK(open_repository(library, "", job));
  Range range;
  if (options.range_from_stdin) {
    SCANNER_TRY(range, parse_hook_lines(*job.repository, options.range_lines));
    job.target = "refs given on standard input";
  } else {
    SCANNER_TRY(range, parse_range(*job.repository, options.range));
    job.target = options.range;
  }
  job.base = range.base;
  if (!range.include.empty()) job.head = range.include.back();
  job.source = make_range_source(*job.repository, range, filter, options.max_file_bytes,
                                 &is_gate_file);
  return job;
}

Result<Job> audit_job(const git::Library& library, const Options& options,
                      const PathFilter& filter, Job job) {
  job.mode = "audit";
  SCANNER_CHECK(open_repository(library, options.repository, job));
  job.filter = filter;
  if (options.verify_objects) git::Library::verify_objects();
  const HistoryOptions history{
      .max_bytes = options.max_file_bytes,
      .all_objects = options.all_objects,
      .verify_objects = options.verify_objects,
      .names_matter = &Detector::names_matter,
      .engine = options.engine,
      .old_code_may_run = options.log_statements == LogStatements::history,
      .workers = options.jobs,
      .memory = options.memory};
  SCANNER_TRY(job.source, make_history_source(*job.repository, history));
  return job;
}

Result<Job> dir_job(const git::Library& library, const Options& options,
                    const PathFilter& filter) {
  Job job;
  job.mode = "dir";
  std::vector<std::string> paths = options.paths;
  if (!options.files_from.empty()) {
    SCANNER_TRY(std::vector<std::string> listed, read_path_list(options.files_from));
    paths.insert(paths.end(), listed.begin(), listed.end());
  }
  for (const std::string& path : options.paths) {
    job.target += (job.target.empty() ? "" : " ") + path;
  }
  if (job.target.empty()) job.target = "a list of files";
  SCANNER_TRY(job.source, make_path_source(
                              library, paths,
                              {filter, options.max_file_bytes, !options.no_gitignore}));
  return job;
}

Result<Job> stdin_job(const Options& options) {
  Job job;
  job.mode = "stdin";
  job.target = options.stdin_path.empty() ? "standard input" : options.stdin_path;
  SCANNER_TRY(std::string text, read_standard_input(options.max_file_bytes));
  job.source = make_text_source(std::move(text), options.stdin_path);
  return job;
}

// `repository` is the one of the scan, if it is open already.
Result<Job> make_job(const git::Library& library, const Options& options,
                     std::optional<git::Repository> repository) {
  SCANNER_TRY(const PathFilter filter, make_path_filter(options.excludes));
  Job job;
  job.repository = std::move(repository);
  switch (options.command) {
    case Command::staged:
      return staged_job(library, options, filter, std::move(job));
    case Command::range:
      return range_job(library, options, filter, std::move(job));
    case Command::dir:
    case Command::fingerprint:
      return dir_job(library, options, filter);
    case Command::stdin_:
      return stdin_job(options);
    default:
      return audit_job(library, options, filter, std::move(job));
  }
}

// An audit reads every version of every archive: only if it is asked to.
std::optional<ArchiveLimits> archive_limits(const Options& options) {
  if (!options.archives.value_or(options.command != Command::audit)) return {};
  ArchiveLimits limits;
  limits.member_bytes = options.max_file_bytes;
  limits.total_bytes = std::max(limits.total_bytes, options.max_file_bytes);
  return limits;
}

// A hook's scan is over before a line could be read; the lines of --debug would be
// torn.
bool wants_progress(const Options& options) {
  return !options.quiet && !options.debug && options.command != Command::staged &&
         options.command != Command::stdin_;
}

// Whose policy counts: the working tree's, in a range the base's.
PolicySources policy_sources(const git::Library& library, const Options& options,
                             const Job& job) {
  PolicySources sources;
  if (job.repository) {
    const git::Repository& repository = *job.repository;
    const auto head = repository.head();
    sources.place = {repository.work_dir(), &repository, {}};
    // A bare repository has no files but HEAD's.
    if (repository.work_dir().empty() && head) sources.place.commit = *head;
    if (options.command == Command::range) {
      sources.is_range = true;
      sources.edited = job.source->listing().noted;
      PolicyPlace changed = sources.place;
      changed.commit = job.head;
      sources.place.commit = options.trust_head ? job.head : job.base;
      if (options.trust_head && !job.base.is_zero()) {
        sources.before = PolicyPlace{changed.folder, &repository, job.base};
      } else if (!options.trust_head) {
        sources.changed = changed;
      }
      // Without a base nobody vouches for any policy.
      sources.place.is_void = sources.place.commit.is_zero();
    } else if (options.command == Command::staged && head && !head->is_zero()) {
      sources.before = PolicyPlace{repository.work_dir(), &repository, *head};
    }
    sources.sees_all = job.mode == "audit" && options.since.empty() &&
                       options.enabled_rules.empty() && options.disabled_rules.empty();
    return sources;
  }
  const std::string first = options.paths.empty() ? "." : options.paths.front();
  const auto repository = git::Repository::open(library, {first});
  sources.place.folder = repository ? repository->work_dir() : "";
  if (sources.place.folder.empty()) {
    std::error_code error;
    sources.place.folder = std::filesystem::current_path(error).string() + "/";
  }
  sources.paths_as_typed = true;
  return sources;
}

// Where the configuration of the scanned repository is: known before the rules are, so
// before anything is listed. `repository` is opened for it.
Result<PolicyPlace> config_place(const git::Library& library, const Options& options,
                                 std::optional<git::Repository>& repository) {
  PolicyPlace place;
  const bool on_disk =
      options.command == Command::dir || options.command == Command::fingerprint;
  if (options.command == Command::stdin_ || on_disk) {
    std::error_code error;
    place.folder = std::filesystem::current_path(error).string() + "/";
    if (!on_disk) return place;
  }
  const std::string path = on_disk
                               ? (options.paths.empty() ? "." : options.paths.front())
                               : options.repository;
  auto opened = git::Repository::open(library, {path});
  // Without a repository a folder that is scanned alone has its own.
  if (!opened && on_disk) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) place.folder = path + "/";
    return place;
  }
  if (!opened) return std::move(opened).error();
  repository.emplace(std::move(*opened));
  place = {repository->work_dir(), &*repository, {}};
  if (options.command == Command::range && !options.trust_head) {
    SCANNER_TRY(const Range range,
                options.range_from_stdin
                    ? parse_hook_lines(*repository, options.range_lines)
                    : parse_range(*repository, options.range));
    place.commit = range.base;
    place.is_void = range.base.is_zero();
  } else if (repository->work_dir().empty() && !on_disk) {
    SCANNER_TRY(place.commit, repository->head());
  }
  return place;
}

// The options as typed, with what a configuration adds.
struct Settings {
  Options options;
  ConfigFile file;
  std::optional<git::Repository> repository;  // where the configuration was looked for
};

Result<Settings> settings_of(const git::Library& library, const Options& typed) {
  Settings settings{typed, {}, {}};
  Options& options = settings.options;
  if (options.range_from_stdin) {
    SCANNER_TRY(options.range_lines, read_standard_input(options.max_file_bytes));
  }
  PolicyPlace place;
  const char* named = std::getenv("LEAKSIEVE_CONFIG");
  if (options.config_file.empty() && (named == nullptr || *named == '\0') &&
      options.repo_config) {
    SCANNER_TRY(place, config_place(library, options, settings.repository));
  }
  SCANNER_TRY(settings.file, load_configuration(options, named, place));
  apply_settings(settings.file, options);
  return settings;
}

// Drops what a user's rule is not for, and lets pass what an allowlist allows.
void apply_user_checks(const RuleSet& rules, std::vector<Finding>& findings) {
  if (!rules.checks) return;
  const auto index_of = [&](const Finding& finding) {
    return static_cast<RuleIndex>(finding.rule - rules.rules.data());
  };
  std::erase_if(findings, [&](const Finding& finding) {
    return !rules.checks->is_for(index_of(finding), finding.path);
  });
  for (Finding& finding : findings) {
    if (finding.suppression) continue;
    const Allowlist* list = rules.checks->allowlists().allowing(
        index_of(finding), finding.allowlists, finding.path,
        finding.commit.is_zero() ? "" : finding.commit.hex());
    if (list == nullptr) continue;
    finding.suppression = {SuppressedBy::allowlist, list->place.text(),
                           list->description};
  }
}

int exit_code(const Report& report) {
  if (report.failing > 0) return kFindings;
  return report.scan.complete ? kClean : kIncomplete;
}

}  // namespace

Result<int> with_report(
    const Options& typed,
    const std::function<Result<int>(const Report&, const std::vector<Salt>&)>& use) {
  const Clock::time_point start = Clock::now();
  const auto debug = [&](const std::string& what) {
    if (typed.debug) fmt::print(stderr, "[{:.4f}s] {}\n", seconds_since(start), what);
  };
  const git::Library library;
  SCANNER_TRY(Settings settings, settings_of(library, typed));
  const Options& options = settings.options;
  SCANNER_TRY(const RuleSet rules, make_rule_set(options, settings.file));
  const Detector detector(*rules.matcher, rules.checks ? &*rules.checks : nullptr);
  debug(fmt::format("{} rules loaded", rules.rules.size()));
  Tally tally;
  Progress progress(tally, wants_progress(options));
  SCANNER_TRY(const Job job,
              make_job(library, options, std::move(settings.repository)));
  debug(fmt::format("{} items listed, {} commits", job.source->listing().items.size(),
                    job.source->listing().commit_count));
  const std::int64_t now = std::time(nullptr);
  const InlinePolicy comments{options.inline_allow, iso_day(now)};
  Result<std::vector<Salt>> salts = std::vector<Salt>();
  const auto accept = [&](std::vector<Finding>& findings, Report& report) {
    report.diagnostics.insert(report.diagnostics.end(), rules.notes.begin(),
                              rules.notes.end());
    apply_user_checks(rules, findings);
    const PolicyStep step(options, detector, comments,
                          policy_sources(library, options, job));
    salts = step.apply(findings, report);
  };
  Report report = scan(*job.source, detector, options.policy,
                       {.mode = job.mode,
                        .target = job.target,
                        .reach = job.reach,
                        .workers = options.jobs,
                        .filter = job.filter,
                        .calendar = {now, options.rotate_after},
                        .archives = archive_limits(options),
                        .since = options.since,
                        .comments = comments,
                        .accept = accept,
                        .tally = &tally});
  if (!salts) return salts.error();
  // Whoever commits is the one to ask; a hook need not look.
  if (job.repository && job.reach != Reach::staged) {
    add_owners(*job.repository, report.findings, report.diagnostics);
  }
  debug(fmt::format("{} blobs of {} bytes scanned by at most {} threads",
                    report.scan.blobs, report.scan.bytes, options.jobs));
  report.scan.started = now;
  report.scan.seconds = seconds_since(start);
  progress.stop();
  now_writing_reports();
  return use(report, *salts);
}

Result<int> run_scan(const Options& options) {
  return with_report(
      options, [&](const Report& report, const std::vector<Salt>&) -> Result<int> {
        SCANNER_CHECK(write_reports(report, options));
        return exit_code(report);
      });
}

}  // namespace leaksieve
