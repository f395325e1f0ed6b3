#include "scanner/app/policy_step.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "scanner/policy/gate_files.h"
#include "scanner/policy/rotation.h"
#include "scanner/scan/trusted_comments.h"
#include "scanner/source/blob_at.h"

namespace leaksieve {
namespace {

using PlaceKey =
    std::tuple<std::vector<std::string>, std::string, std::optional<std::uint64_t>>;

PlaceKey key_of(const Acceptance& entry) {
  return {entry.paths, entry.rule, entry.line};
}

// What is introduced since `old` was written is not what its author saw at that place.
void drop_old_places(const Acceptances& old, Acceptances& acceptances) {
  std::set<PlaceKey> known;
  for (const Acceptance& entry : old.entries) {
    if (entry.is_only_a_place()) known.insert(key_of(entry));
  }
  std::erase_if(acceptances.entries, [&](const Acceptance& entry) {
    return entry.is_only_a_place() && known.contains(key_of(entry));
  });
}

void note_unused(const Acceptances& acceptances, const std::vector<bool>& used,
                 Report& report) {
  std::size_t unused = 0;
  std::string sources;
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (used[i]) continue;
    const Acceptance& entry = acceptances.entries[i];
    if (entry.by == SuppressedBy::baseline) {
      ++report.baseline_gone;
    } else if (++unused <= 5) {
      sources += (sources.empty() ? "" : ", ") + entry.source;
    }
  }
  if (unused == 0) return;
  report.diagnostics.push_back(
      {Diagnostic::Level::note,
       fmt::format("{} ignore {} match nothing any more: {}{}", unused,
                   unused == 1 ? "entry does" : "entries", sources,
                   unused > 5 ? ", ..." : ""),
       "", "", false});
}

}  // namespace

Result<std::vector<Salt>> PolicyStep::apply(std::vector<Finding>& findings,
                                            Report& report) const {
  if (sources_.is_range) add_notes(report.diagnostics);
  if (findings.empty() && !sources_.sees_all) return std::vector<Salt>();
  SCANNER_TRY(LoadedPolicy loaded, load(report.diagnostics));
  if (options_.rotate_after_typed) loaded.rotate_after.days.reset();
  const Acceptances& acceptances = loaded.acceptances;
  for (Finding& finding : findings) {
    if (!finding.exposure) continue;
    set_rotation(rotation_days(loaded.rotate_after, finding, options_.rotate_after),
                 *finding.exposure);
  }
  if (sources_.changed) distrust_comments(findings);
  const Accepted accepted = accept(acceptances, context(), findings);
  report.diagnostics.insert(report.diagnostics.end(), accepted.diagnostics.begin(),
                            accepted.diagnostics.end());
  // What could not be read may hold what seems to be gone.
  const bool complete =
      std::none_of(report.diagnostics.begin(), report.diagnostics.end(),
                   [](const Diagnostic& diagnostic) { return diagnostic.incomplete; });
  if (sources_.sees_all && complete) note_unused(acceptances, accepted.used, report);
  if (sources_.changed) SCANNER_CHECK(mark_silenced(findings));
  return acceptances.salts;
}

AcceptContext PolicyStep::context() const {
  AcceptContext context;
  context.today = comments_.today;
  if (sources_.paths_as_typed) {
    const std::string folder = sources_.place.folder;
    context.from_root = [folder](const std::string& path) {
      return path_from(folder, path);
    };
    context.is_there = [folder](const std::string& path) {
      struct stat status {};
      return ::lstat((folder + path).c_str(), &status) == 0;
    };
  }
  return context;
}

Result<LoadedPolicy> PolicyStep::load(Diagnostics& diagnostics) const {
  SCANNER_TRY(LoadedPolicy loaded, load_policy(sources_.place, options_, diagnostics));
  Diagnostics said_already;
  if (sources_.before) {
    SCANNER_TRY(const LoadedPolicy old,
                load_policy(*sources_.before, options_, said_already));
    drop_old_places(old.acceptances, loaded.acceptances);
  } else if (sources_.changed) {
    drop_old_places(Acceptances(loaded.acceptances), loaded.acceptances);
  }
  return loaded;
}

void PolicyStep::distrust_comments(std::vector<Finding>& findings) const {
  const PolicyPlace& base = sources_.place;
  TrustedComments trusted(
      detector_, comments_, [&](const std::string& path) -> std::optional<std::string> {
        if (!base.is_commit()) return std::nullopt;
        const auto text = blob_at(ObjectStore(*base.repository), base.commit, path,
                                  options_.max_file_bytes);
        return text ? *text : std::nullopt;
      });
  for (Finding& finding : findings) {
    if (!finding.suppression ||
        finding.suppression->by != SuppressedBy::inline_comment ||
        trusted.let_pass(finding)) {
      continue;
    }
    finding.evidence.push_back("silenced by this change: " +
                               finding.suppression->source);
    finding.suppression.reset();
  }
}

Result<void> PolicyStep::mark_silenced(std::vector<Finding>& findings) const {
  std::vector<Finding> open;
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].suppression) continue;
    open.push_back(findings[i]);
    numbers.push_back(i);
  }
  if (open.empty()) return {};
  Diagnostics unused;
  const auto changed = load_policy(*sources_.changed, options_, unused);
  // A policy that the change has damaged lets nothing pass.
  if (!changed) return {};
  accept(changed->acceptances, context(), open);
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (!open[i].suppression) continue;
    findings[numbers[i]].evidence.push_back("silenced by this change: " +
                                            open[i].suppression->source);
  }
  return {};
}

void PolicyStep::add_notes(Diagnostics& diagnostics) const {
  for (const std::string& path : sources_.edited) {
    const auto files = policy_files();
    const bool policy = std::find(files.begin(), files.end(), path) != files.end();
    diagnostics.push_back(
        {Diagnostic::Level::note,
         policy ? (sources_.changed ? "this change edits policy; it counts once the "
                                      "base has it"
                                    : "this change edits policy, and it counts "
                                      "already")
                : "this change edits what runs the gate; have it reviewed",
         path, "", false});
  }
}

}  // namespace leaksieve
