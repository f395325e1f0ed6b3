#include "scanner/scan/scan.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "scanner/detect/referenced_files.h"
#include "scanner/model/fingerprint.h"
#include "scanner/scan/findings.h"
#include "scanner/scan/origins.h"

namespace leaksieve {
namespace {

void sort_for_report(std::vector<Finding>& findings) {
  const auto rank = [](const Finding& f) {
    return std::tie(f.path, f.where, f.region, f.rule->id, f.date, f.commit, f.blob,
                    f.secret);
  };
  std::sort(findings.begin(), findings.end(),
            [&](const Finding& a, const Finding& b) { return rank(a) < rank(b); });
}

void sort_for_report(Diagnostics& diagnostics) {
  std::sort(diagnostics.begin(), diagnostics.end(),
            [](const Diagnostic& a, const Diagnostic& b) {
              return std::tie(a.path, a.object, a.what) <
                     std::tie(b.path, b.object, b.what);
            });
}

void add_fingerprints(std::vector<Finding>& findings) {
  std::map<std::tuple<Where, std::string_view, std::string>, std::uint64_t> ordinals;
  for (Finding& finding : findings) {
    const std::uint64_t ordinal =
        ordinals[{finding.where, finding.rule->id, finding.path}]++;
    finding.fingerprint = location_fingerprint(name_of(finding.where), finding.rule->id,
                                               finding.path, ordinal);
  }
}

// Whether a finding is about a file that is not there: what a compose file names may
// lie on the machine alone.
bool names_missing_file(const Source& source, const Finding& finding) {
  return std::any_of(
      finding.related.begin(), finding.related.end(), [&](const Related& related) {
        return related.role == kReferencedFile && !source.has_file(related.path);
      });
}

// Author and date of what attribution has not told of already. After it, because of all
// the versions of a file that hold a secret few are left then.
void add_authors(const Source& source, std::vector<Finding>& findings) {
  std::unordered_map<ObjectId, CommitInfo> infos;
  for (Finding& finding : findings) {
    if (finding.commit.is_zero() || finding.exposure) continue;
    const auto [info, is_new] = infos.try_emplace(finding.commit);
    if (is_new) info->second = source.commit_info(finding.commit);
    finding.author = info->second.author;
    finding.date = info->second.date;
  }
}

std::uint64_t rules_in_use(const Matcher& matcher) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < matcher.rules().size(); ++i) {
    if (matcher.reported(static_cast<RuleIndex>(i))) ++count;
  }
  return count;
}

}  // namespace

Report scan(const Source& source, const Detector& detector, const Policy& policy,
            const ScanOptions& options) {
  const Listing& listing = source.listing();
  Found found = find_secrets(source, detector, options.workers, options.comments,
                             options.tally, options.archives);
  // From here on no blob text is in memory; a finding owns what it needs.
  std::erase_if(found.findings, [&](const Finding& finding) {
    return names_missing_file(source, finding);
  });
  if (options.tally != nullptr) options.tally->phase = Tally::Phase::tracing;

  found.findings = at_origins(source, options.calendar, std::move(found.findings));
  std::erase_if(found.findings, [&](const Finding& finding) {
    return finding.exposure && finding.exposure->since < options.since;
  });
  for (Finding& finding : found.findings) {
    if (finding.path.empty() || options.filter.accepts(finding.path)) continue;
    finding.suppression = {SuppressedBy::path, "an excluded path", ""};
  }
  add_authors(source, found.findings);
  std::erase_if(found.findings, [&](const Finding& finding) {
    return finding.where == Where::commit_message && finding.date < options.since;
  });
  for (Finding& finding : found.findings) finding.reach = options.reach;
  sort_for_report(found.findings);
  add_fingerprints(found.findings);
  Report report;
  report.diagnostics = listing.diagnostics;
  report.diagnostics.insert(report.diagnostics.end(), found.diagnostics.begin(),
                            found.diagnostics.end());
  if (options.accept) options.accept(found.findings, report);
  Judgement judgement = judge(policy, std::move(found.findings));

  report.version = LEAKSIEVE_VERSION;
  report.findings = std::move(judgement.shown);
  report.suppressed = std::move(judgement.suppressed);
  report.suppressed_counts = judgement.suppressed_counts;
  report.hidden_by_confidence = judgement.hidden_by_confidence;
  report.failing = judgement.failing;
  sort_for_report(report.diagnostics);
  report.scan = {options.mode,
                 options.target,
                 std::none_of(report.diagnostics.begin(), report.diagnostics.end(),
                              [](const Diagnostic& d) { return d.incomplete; }),
                 rules_in_use(detector.matcher()),
                 found.blobs,
                 found.bytes,
                 listing.commit_count,
                 listing.skipped,
                 0};
  if (found.archives > 0) report.scan.skipped["archive"] += found.archives;
  return report;
}

}  // namespace leaksieve
