#include "scanner/report/markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "scanner/report/escape_markup.h"
#include "scanner/report/lifetime.h"
#include "scanner/report/sarif_rules.h"
#include "scanner/report/wording.h"
#include "scanner/report/worst.h"

namespace leaksieve {
namespace {

/// A path or a secret longer than this makes no table that can be read.
constexpr std::size_t kMaxCell = 160;

std::string cell(std::string text) {
  if (text.size() > kMaxCell) {
    // Not in the middle of a character: its first byte goes as well.
    std::size_t end = kMaxCell;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    text = text.substr(0, end) + "…";
  }
  return markdown_code(text);
}

void add_row(std::string& out, const Finding& finding, const RenderOptions& options) {
  std::string lifetime;
  if (finding.exposure) lifetime = markdown_code(lifetime_in_words(*finding.exposure));
  fmt::format_to(std::back_inserter(out), "| {} | {} | {} | {} | {} |\n",
                 name_of(finding.severity), cell(std::string(finding.rule->id)),
                 cell(place_of(finding)),
                 cell(secret_for_report(finding, options.secrets)), lifetime);
}

void add_rule(std::string& out, const Finding& finding) {
  const Rule& rule = *finding.rule;
  fmt::format_to(std::back_inserter(out), "\n**{}**: {}\n\n", markdown_text(rule.id),
                 as_sentence(markdown_text(title_of(rule))));
  if (rule.kind == Kind::policy_change) return;
  if (!needs_rotation(finding) || rule.rotate_steps.empty()) {
    out += fmt::format("- {}\n", as_sentence(markdown_text(advice_of(finding))));
  } else {
    std::size_t number = 0;
    for (const std::string_view step : rule.rotate_steps) {
      out += fmt::format("{}. {}\n", ++number, as_sentence(markdown_text(step)));
    }
  }
  if (!safe_url(rule).empty()) out += fmt::format("\n<{}>\n", safe_url(rule));
}

/// One finding of each rule, in the order of `findings`: the one that is farthest away,
/// because the advice to it is the one that holds for all.
std::vector<const Finding*> one_of_each_rule(
    const std::vector<const Finding*>& findings) {
  std::vector<const Finding*> chosen;
  for (const Finding* finding : findings) {
    const auto known =
        std::find_if(chosen.begin(), chosen.end(), [finding](const Finding* other) {
          return other->rule->id == finding->rule->id;
        });
    if (known == chosen.end()) {
      chosen.push_back(finding);
    } else if (needs_rotation(*finding) && !needs_rotation(**known)) {
      *known = finding;
    }
  }
  return chosen;
}

std::string scanned(const ScanSummary& scan) {
  std::string words =
      fmt::format("Scanned {}, {}", count_of(scan.blobs, "blob"), size_of(scan.bytes));
  if (scan.commits > 0) words += ", " + count_of(scan.commits, "commit");
  return words;
}

}  // namespace

std::string render_markdown(const Report& report, const RenderOptions& options) {
  const ScanSummary& scan = report.scan;
  std::string out = "## leaksieve\n\n";
  out += report.findings.empty()
             ? std::string("No findings.")
             : fmt::format("**{}**, of which {} fail.",
                           count_of(report.findings.size(), "finding"), report.failing);
  out += fmt::format(" {}.\n", scanned(scan));
  if (!scan.complete) {
    out +=
        "\n**Incomplete**: not everything that this scan promises to read could be "
        "read.\n";
  }

  const auto worst = worst_findings(report.findings, kMaxMarkdownRows);
  if (!worst.empty()) {
    out +=
        "\n| Severity | Rule | Place | Secret | Lifetime |\n| --- | --- | --- | --- "
        "| --- |\n";
    for (const Finding* finding : worst) add_row(out, *finding, options);
    if (worst.size() < report.findings.size()) {
      out += fmt::format("\n{} lesser findings are not in this table.\n",
                         report.findings.size() - worst.size());
    }
    out += "\n### What to do\n";
    for (const Finding* finding : one_of_each_rule(worst)) add_rule(out, *finding);
  }
  for (const Diagnostic& diagnostic : report.diagnostics) {
    const std::string about =
        diagnostic.path.empty() ? "" : markdown_code(diagnostic.path) + " ";
    fmt::format_to(std::back_inserter(out), "\n> {}: {}{}\n", name_of(diagnostic.level),
                   about, markdown_code(diagnostic.what));
  }
  return out;
}

}  // namespace leaksieve
