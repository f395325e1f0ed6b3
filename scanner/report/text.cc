#include "scanner/report/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "scanner/report/escape.h"
#include "scanner/report/groups.h"
#include "scanner/report/lifetime.h"
#include "scanner/report/wording.h"
#include "scanner/report/wrap.h"

namespace leaksieve {
namespace {

/// What is painted, by its ANSI "select graphic rendition" (ECMA-48, 8.3.117).
enum class Paint { place, bad, medium, low, good, faint };

constexpr std::string_view code_of(Paint paint) {
  constexpr std::string_view kCodes[] = {"1", "1;31", "33", "36", "32", "2"};
  return kCodes[static_cast<std::size_t>(paint)];
}

constexpr Paint paint_of(Severity severity) {
  constexpr Paint kPaints[] = {Paint::low, Paint::medium, Paint::bad, Paint::bad};
  return kPaints[static_cast<std::size_t>(severity)];
}

/// The text that grows. Every line of a finding but the first is indented.
struct Page {
  const RenderOptions& options;
  std::string text;

  std::string painted(Paint paint, std::string_view words) const {
    if (!options.color) return std::string(words);
    return fmt::format("\x1b[{}m{}\x1b[0m", code_of(paint), words);
  }

  template <class... Args>
  void line(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(text), format, std::forward<Args>(args)...);
    text += '\n';
  }

  /// A line of a finding: two blanks, then `text`, broken at the width of the terminal.
  void fact(std::string_view text_of_line) {
    line("  {}", wrapped(text_of_line, options.width, 4, 2));
  }
};

/// Shown after the first of a group; the rest is counted.
constexpr std::size_t kMostOtherPlaces = 5;

/// No line of the report begins as a command to the runner of a GitHub workflow does.
std::string shown_place(const Finding& finding) {
  const std::string place = visible(place_of(finding));
  const std::size_t first = place.find_first_not_of(' ');
  const bool is_command = first != std::string::npos &&
                          std::string_view(place).substr(first).starts_with("::");
  return is_command ? "./" + place : place;
}

std::string commit_of(const Finding& finding) {
  std::string words = "in commit " + short_id(finding.commit);
  if (!finding.author.empty()) words += " by " + visible(finding.author);
  if (!finding.date.empty()) words += ", " + visible(finding.date);
  return words;
}

/// The line of the secret, as far as it may be shown, and a mark below it.
void add_excerpt(Page& page, const Finding& finding) {
  if (finding.region.line == 0) return;
  const std::string secret = visible(secret_for_report(finding, page.options.secrets));
  if (secret.empty()) return;
  const std::string lead = visible(lead_for_report(finding, page.options.secrets));
  const std::string number = fmt::format("{:>5}", finding.region.line);
  const std::string margin(number.size(), ' ');
  page.line("{} {}{}", page.painted(Paint::faint, number + " |"), lead, secret);
  page.line(
      "{} {}{}", page.painted(Paint::faint, margin + " |"),
      std::string(columns_of(lead), ' '),
      page.painted(paint_of(finding.severity),
                   std::string(std::min<std::size_t>(columns_of(secret), 60), '^')));
}

/// The other places of the same secret.
void add_copies(Page& page, const Group& group) {
  const std::size_t shown = std::min(group.size(), kMostOtherPlaces + 1);
  for (std::size_t i = 1; i < shown; ++i) {
    std::string words = "also: " + shown_place(*group[i]);
    if (!group[i]->commit.is_zero()) words += ", " + commit_of(*group[i]);
    page.fact(words);
  }
  if (shown < group.size()) {
    page.fact(fmt::format("also: {}", count_of(group.size() - shown, "more place")));
  }
}

void add_group(Page& page, const Group& group) {
  const Finding& finding = *group.front();
  const Rule& rule = *finding.rule;
  page.line("{}: {} {} ({})", page.painted(Paint::place, shown_place(finding)),
            page.painted(paint_of(finding.severity), name_of(finding.severity)),
            visible(rule.id), name_of(finding.confidence));
  add_excerpt(page, finding);
  if (!rule.description.empty()) page.fact(visible(rule.description));
  if (!finding.commit.is_zero()) page.fact(commit_of(finding));
  if (finding.exposure) page.fact(visible(lifetime_in_words(*finding.exposure)));
  if (!finding.owner.empty()) page.fact("ask: " + visible(finding.owner));
  if (finding.suppression) {
    const Suppression& by = *finding.suppression;
    page.fact(fmt::format("let pass by: {}{}{}", visible(by.source),
                          by.reason.empty() ? "" : ": ", visible(by.reason)));
  }
  const std::string evidence = visible(evidence_of(finding));
  if (!evidence.empty()) page.fact("because: " + evidence);
  for (const Related& related : finding.related) {
    page.fact(fmt::format("{}: {}:{}", visible(related.role), visible(related.path),
                          related.line));
  }
  add_copies(page, group);

  const std::string todo = visible(advice_of(finding));
  if (!todo.empty()) {
    page.line("  {} {}", page.painted(Paint::good, "->"),
              wrapped(todo, page.options.width, 5, 5));
  }
  if (!todo.empty() && needs_rotation(finding) && !rule.rotate_url.empty()) {
    page.line("     {}", page.painted(Paint::faint, visible(rule.rotate_url)));
  }
  page.line("");
}

/// How many findings each rule has, the gravest first.
void add_counts(Page& page, const Report& report) {
  struct Row {
    std::uint64_t findings = 0;
    std::uint64_t secrets = 0;
  };
  const auto graver_first = [](const auto& a, const auto& b) {
    return std::tie(b.first, a.second) < std::tie(a.first, b.second);
  };
  std::map<std::pair<Severity, std::string_view>, Row, decltype(graver_first)> rows(
      graver_first);
  for (const Group& group : by_secret(report.findings)) {
    ++rows[{group.front()->severity, group.front()->rule->id}].secrets;
    for (const Finding* finding : group) {
      ++rows[{finding->severity, finding->rule->id}].findings;
    }
  }
  for (const auto& [key, row] : rows) {
    // Padded first: colours take no columns.
    page.line(
        "{} {:>6} {:<32} {}",
        page.painted(paint_of(key.first), fmt::format("{:<8}", name_of(key.first))),
        row.findings, visible(key.second), count_of(row.secrets, "secret"));
  }
  if (!rows.empty()) page.line("");
}

void add_diagnostic(Page& page, const Diagnostic& diagnostic) {
  const Paint paint = diagnostic.level == Diagnostic::Level::error     ? Paint::bad
                      : diagnostic.level == Diagnostic::Level::warning ? Paint::medium
                                                                       : Paint::low;
  std::string about;
  if (!diagnostic.path.empty()) about = visible(diagnostic.path) + ": ";
  std::string object;
  if (!diagnostic.object.empty())
    object = fmt::format(" ({})", visible(diagnostic.object));
  page.line("{}: {}{}{}", page.painted(paint, name_of(diagnostic.level)), about,
            visible(diagnostic.what), object);
}

std::string suppressed(const Report& report) {
  std::string words;
  for (std::size_t i = 0; i < report.suppressed_counts.size(); ++i) {
    if (report.suppressed_counts[i] == 0) continue;
    words += fmt::format("{}{} {}", words.empty() ? "" : ", ", kSuppressionNames[i],
                         report.suppressed_counts[i]);
  }
  return words;
}

std::string found(const Report& report) {
  if (report.findings.empty()) return "no findings";
  const std::size_t shown = report.findings.size();
  if (report.failing == shown) return count_of(shown, "finding");
  return fmt::format("{}, of which {} fail{}", count_of(shown, "finding"),
                     report.failing, report.failing == 1 ? "s" : "");
}

void add_summary(Page& page, const Report& report) {
  const ScanSummary& scan = report.scan;
  std::string hidden;
  if (report.hidden_by_confidence > 0) {
    hidden = fmt::format(" ({} more below the least confidence shown)",
                         report.hidden_by_confidence);
  }
  std::string commits;
  if (scan.commits > 0) commits = fmt::format(", {}", count_of(scan.commits, "commit"));
  page.line("{}{}; scanned {}, {}{}, in {:.2f} s", found(report), hidden,
            count_of(scan.blobs, "blob"), size_of(scan.bytes), commits, scan.seconds);

  const std::string passed = suppressed(report);
  if (!passed.empty()) page.line("let pass: {}", passed);
  if (report.baseline_gone > 0) {
    page.line("gone since the baseline: {} (leaksieve baseline prune)",
              report.baseline_gone);
  }

  std::string skipped;
  for (const auto& [what, number] : scan.skipped) {
    skipped += skipped.empty() ? "" : ", ";
    skipped += fmt::format("{} ({})", visible(what), number);
  }
  if (!skipped.empty()) page.line("left out: {}", skipped);
  if (!scan.complete) {
    page.line("{}: not everything that this scan promises to read could be read",
              page.painted(Paint::bad, "INCOMPLETE"));
  }
}

/// Nothing found, nothing left out, nothing went wrong. What is hidden for its low
/// confidence does not break the silence of a hook: it would at every commit.
bool has_nothing_to_say(const Report& report) {
  return report.findings.empty() && suppressed(report).empty() &&
         report.scan.complete && report.scan.skipped.empty() &&
         report.diagnostics.empty();
}

}  // namespace

std::string render_text(const Report& report, const RenderOptions& options) {
  if (report.scan.mode == "staged" && has_nothing_to_say(report)) return {};

  Page page{options, {}};
  if (options.summary) {
    add_counts(page, report);
  } else {
    for (const Group& group : by_secret(report.findings)) add_group(page, group);
    for (const Group& group : by_secret(report.suppressed)) add_group(page, group);
  }
  if (options.quiet) return std::move(page.text);

  for (const Diagnostic& diagnostic : report.diagnostics)
    add_diagnostic(page, diagnostic);
  add_summary(page, report);
  return std::move(page.text);
}

}  // namespace leaksieve
