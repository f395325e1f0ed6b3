#include "scanner/report/text.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "scanner/report/escape.h"
#include "scanner/report/lifetime.h"

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
};

/// "1 finding", "2 findings". `noun` is one that takes an s.
std::string count(std::uint64_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string size(std::uint64_t bytes) {
  constexpr std::string_view kUnits[] = {"KiB", "MiB", "GiB", "TiB"};
  if (bytes < 1024) return count(bytes, "byte");
  double number = static_cast<double>(bytes) / 1024;
  std::size_t unit = 0;
  for (; number >= 1024 && unit + 1 < std::size(kUnits); ++unit) number /= 1024;
  return fmt::format("{:.1f} {}", number, kUnits[unit]);
}

/// Enough digits to name an object to git and to a person.
std::string short_id(const ObjectId& id) { return id.hex().substr(0, 12); }

/// "path:line:column", which editors and terminals make a link of. A message of a
/// commit or a tag has no path: then its kind and its object.
std::string place_of(const Finding& finding) {
  std::string place = visible(finding.path);
  if (place.empty()) {
    const ObjectId& object = finding.commit.is_zero() ? finding.blob : finding.commit;
    place = name_of(finding.where);
    if (!object.is_zero()) place += " of " + short_id(object);
  } else if (finding.where != Where::file) {
    place = fmt::format("{} {}", name_of(finding.where), place);
  }
  if (finding.region.line == 0) return place;
  return fmt::format("{}:{}:{}", place, finding.region.line, finding.region.column);
}

std::string commit_of(const Finding& finding) {
  std::string words = "in commit " + short_id(finding.commit);
  if (!finding.author.empty()) words += " by " + visible(finding.author);
  if (!finding.date.empty()) words += ", " + visible(finding.date);
  return words;
}

/// The first thing to do, by how far the secret has got.
std::string advice(const Finding& finding) {
  // A change of policy leaks nothing: there is nothing to take back or to rotate.
  if (finding.rule->kind == Kind::policy_change) return {};
  if (finding.reach == Reach::staged) return "unstage it, nothing to rotate";
  if (finding.reach == Reach::local) {
    return "amend or rebase the commit away before you push, nothing to rotate";
  }
  if (finding.rule->rotate_steps.empty()) return "rotate it first, then clean up";
  // The code is mended first: else the next value is logged as well.
  if (finding.rule->kind == Kind::log_statement) {
    return visible(finding.rule->rotate_steps.front());
  }
  return "rotate it first: " + visible(finding.rule->rotate_steps.front());
}

bool needs_rotation(const Finding& finding) {
  return finding.reach == Reach::remote || finding.reach == Reach::unknown;
}

void add_finding(Page& page, const Finding& finding) {
  const Rule& rule = *finding.rule;
  const std::string secret = visible(secret_for_report(finding, page.options.secrets));
  page.line("{}: {} {} ({}){}{}", page.painted(Paint::place, place_of(finding)),
            page.painted(paint_of(finding.severity), name_of(finding.severity)),
            visible(rule.id), name_of(finding.confidence), secret.empty() ? "" : " ",
            secret);
  if (!rule.description.empty()) page.line("  {}", visible(rule.description));
  if (!finding.commit.is_zero()) page.line("  {}", commit_of(finding));
  if (finding.exposure) {
    page.line("  {}", visible(lifetime_in_words(*finding.exposure)));
  }

  if (!finding.owner.empty()) page.line("  ask: {}", visible(finding.owner));
  if (finding.suppression) {
    const Suppression& by = *finding.suppression;
    page.line("  let pass by: {}{}{}", visible(by.source),
              by.reason.empty() ? "" : ": ", visible(by.reason));
  }

  std::string evidence;
  for (const std::string& words : finding.evidence) {
    evidence += (evidence.empty() ? "" : ", ") + visible(words);
  }
  if (!evidence.empty()) page.line("  because: {}", evidence);
  for (const Related& related : finding.related) {
    page.line("  {}: {}:{}", visible(related.role), visible(related.path),
              related.line);
  }

  const std::string todo = advice(finding);
  if (!todo.empty()) page.line("  {} {}", page.painted(Paint::good, "->"), todo);
  if (!todo.empty() && needs_rotation(finding) && !rule.rotate_url.empty()) {
    page.line("     {}", page.painted(Paint::faint, visible(rule.rotate_url)));
  }
  page.line("");
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
  if (report.failing == shown) return count(shown, "finding");
  return fmt::format("{}, of which {} fail{}", count(shown, "finding"), report.failing,
                     report.failing == 1 ? "s" : "");
}

void add_summary(Page& page, const Report& report) {
  const ScanSummary& scan = report.scan;
  std::string hidden;
  if (report.hidden_by_confidence > 0) {
    hidden = fmt::format(" ({} more below the least confidence shown)",
                         report.hidden_by_confidence);
  }
  std::string commits;
  if (scan.commits > 0) commits = fmt::format(", {}", count(scan.commits, "commit"));
  page.line("{}{}; scanned {}, {}{}, in {:.2f} s", found(report), hidden,
            count(scan.blobs, "blob"), size(scan.bytes), commits, scan.seconds);

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
  for (const Finding& finding : report.findings) add_finding(page, finding);
  for (const Finding& finding : report.suppressed) add_finding(page, finding);
  if (options.quiet) return std::move(page.text);

  for (const Diagnostic& diagnostic : report.diagnostics)
    add_diagnostic(page, diagnostic);
  add_summary(page, report);
  return std::move(page.text);
}

}  // namespace leaksieve
