#include "scanner/report/junit.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "scanner/report/escape_markup.h"
#include "scanner/report/lifetime.h"
#include "scanner/report/wording.h"

namespace leaksieve {
namespace {

/// What a reader shows when one opens the failed test: a line a fact, each escaped.
std::string details_of(const Finding& finding, const RenderOptions& options) {
  std::string out = markup_text(place_of(finding));
  const auto add = [&out](std::string_view label, const std::string& text) {
    if (!text.empty()) out += fmt::format("\n{}: {}", label, markup_text(text));
  };
  add("secret", secret_for_report(finding, options.secrets));
  add("because", evidence_of(finding));
  if (!finding.commit.is_zero()) {
    add("commit",
        fmt::format("{} {} {}", finding.commit.hex(), finding.author, finding.date));
  }
  if (finding.exposure) add("lifetime", lifetime_in_words(*finding.exposure));
  add("what to do", advice_of(finding));
  if (needs_rotation(finding)) add("see", std::string(safe_url(*finding.rule)));
  return out;
}

void add_finding(std::string& out, const Finding& finding,
                 const RenderOptions& options) {
  fmt::format_to(std::back_inserter(out),
                 "    <testcase classname=\"leaksieve.{}\" name=\"{}\">\n"
                 "      <failure type=\"{}\" message=\"{}\">{}</failure>\n"
                 "    </testcase>\n",
                 markup_text(finding.rule->id), markup_text(place_of(finding)),
                 name_of(finding.severity), markup_text(title_of(*finding.rule)),
                 details_of(finding, options));
}

std::string about(const Diagnostic& diagnostic) {
  std::string text = diagnostic.what;
  if (!diagnostic.path.empty()) text = diagnostic.path + ": " + text;
  if (!diagnostic.object.empty()) text += fmt::format(" ({})", diagnostic.object);
  return text;
}

void add_error(std::string& out, const std::string& text) {
  fmt::format_to(std::back_inserter(out),
                 "    <testcase classname=\"leaksieve\" name=\"{0}\">\n"
                 "      <error type=\"incomplete\" message=\"{0}\"/>\n"
                 "    </testcase>\n",
                 markup_text(text));
}

}  // namespace

std::string render_junit(const Report& report, const RenderOptions& options) {
  std::string cases;
  std::uint64_t errors = 0;
  for (const Finding& finding : report.findings) add_finding(cases, finding, options);
  for (const Diagnostic& diagnostic : report.diagnostics) {
    if (!diagnostic.incomplete) continue;
    add_error(cases, about(diagnostic));
    ++errors;
  }
  if (!report.scan.complete && errors == 0) {
    add_error(cases, "not everything could be read");
    ++errors;
  }
  std::uint64_t tests = report.findings.size() + errors;
  if (tests == 0) {
    cases = "    <testcase classname=\"leaksieve\" name=\"no findings\"/>\n";
    tests = 1;
  }
  const std::string totals =
      fmt::format("name=\"leaksieve\" tests=\"{}\" failures=\"{}\" errors=\"{}\"",
                  tests, report.findings.size(), errors);
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites {0}>\n"
      "  <testsuite {0} skipped=\"0\" time=\"{1:.3f}\">\n"
      "{2}"
      "  </testsuite>\n"
      "</testsuites>\n",
      totals, report.scan.seconds, cases);
}

}  // namespace leaksieve
