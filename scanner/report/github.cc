#include "scanner/report/github.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>
#include <vector>

#include "scanner/report/escape.h"
#include "scanner/report/escape_markup.h"
#include "scanner/report/sarif_rules.h"
#include "scanner/report/wording.h"
#include "scanner/report/worst.h"

namespace leaksieve {
namespace {

std::string_view command_of(Severity severity) {
  constexpr std::string_view kCommands[] = {"notice", "warning", "error", "error"};
  return kCommands[static_cast<std::size_t>(severity)];
}

/// The properties that put an annotation beside its line; empty for a text that is not
/// a file of the checkout.
std::string place_properties(const Finding& finding) {
  if (finding.path.empty() || finding.where != Where::file ||
      visible(finding.path) != finding.path) {
    return {};
  }
  std::string out = "file=" + workflow_property(finding.path) + ",";
  const Region& at = finding.region;
  if (at.line == 0) return out;
  out += fmt::format("line={},endLine={},", at.line, at.end_line);
  // GitHub takes columns only within one line.
  if (at.line == at.end_line) {
    out += fmt::format("col={},endColumn={},", at.column, at.end_column);
  }
  return out;
}

void add_finding(std::string& out, const Finding& finding,
                 const RenderOptions& options) {
  const std::string properties = place_properties(finding);
  std::string message;
  if (properties.empty()) message = place_of(finding) + ": ";
  message += as_sentence(title_of(*finding.rule));
  const std::string secret = secret_for_report(finding, options.secrets);
  if (!secret.empty()) message += fmt::format(" Secret: {}.", secret);
  if (const std::string advice = advice_of(finding); !advice.empty()) {
    message += " What to do: " + as_sentence(advice);
  }
  fmt::format_to(std::back_inserter(out), "::{} {}title={}::{}\n",
                 command_of(finding.severity), properties,
                 workflow_property(fmt::format("leaksieve {}", finding.rule->id)),
                 workflow_data(message));
}

}  // namespace

std::string render_github(const Report& report, const RenderOptions& options) {
  std::string out;
  const auto worst = worst_findings(report.findings, kMaxAnnotations);
  for (const Finding* finding : worst) add_finding(out, *finding, options);

  std::size_t unread = 0;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    if (diagnostic.level != Diagnostic::Level::error) continue;
    if (++unread > kMaxAnnotations) continue;
    const std::string about = diagnostic.path.empty()
                                  ? diagnostic.what
                                  : diagnostic.path + ": " + diagnostic.what;
    out += fmt::format("::warning title=leaksieve::{}\n", workflow_data(about));
  }

  std::string summary = report.findings.empty()
                            ? "no findings"
                            : count_of(report.findings.size(), "finding");
  if (worst.size() < report.findings.size()) {
    summary += fmt::format(", the {} worst of them are shown here", worst.size());
  }
  if (unread > kMaxAnnotations) summary += fmt::format("; {} errors", unread);
  if (!report.scan.complete) summary += "; not everything could be read";
  out += fmt::format("::notice title=leaksieve::{}\n", workflow_data(summary));
  return out;
}

}  // namespace leaksieve
