#include "scanner/report/csv.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "scanner/report/escape_markup.h"
#include "scanner/report/wording.h"

namespace leaksieve {
namespace {

constexpr std::array<std::string_view, 23> kColumns = {
    "severity", "confidence", "rule",      "description", "where",     "path",
    "line",     "column",     "secret",    "reach",       "commit",    "author",
    "date",     "since",      "until",     "days",        "rotate_by", "in_head",
    "refs",     "evidence",   "next_step", "fingerprint", "owner"};

std::string number(std::uint64_t value) {
  return value == 0 ? "" : std::to_string(value);
}

std::array<std::string, kColumns.size()> cells_of(const Finding& finding,
                                                  const RenderOptions& options) {
  const Exposure exposure = finding.exposure.value_or(Exposure{});
  const bool followed = finding.exposure.has_value();
  return {std::string(name_of(finding.severity)),
          std::string(name_of(finding.confidence)),
          std::string(finding.rule->id),
          std::string(title_of(*finding.rule)),
          std::string(name_of(finding.where)),
          finding.path,
          number(finding.region.line),
          number(finding.region.column),
          secret_for_report(finding, options.secrets),
          std::string(name_of(finding.reach)),
          finding.commit.is_zero() ? "" : finding.commit.hex(),
          finding.author,
          finding.date,
          exposure.since,
          exposure.until,
          followed ? std::to_string(exposure.days) : "",
          exposure.rotate_by,
          !followed          ? ""
          : exposure.at_head ? "yes"
                             : "no",
          fmt::format("{}", fmt::join(exposure.refs, " ")),
          evidence_of(finding),
          advice_of(finding),
          finding.fingerprint,
          finding.owner};
}

template <class Cells>
void add_line(std::string& out, const Cells& cells) {
  bool first = true;
  for (const auto& cell : cells) {
    if (!first) out += ',';
    first = false;
    out += csv_cell(cell);
  }
  out += '\n';
}

}  // namespace

std::string render_csv(const Report& report, const RenderOptions& options) {
  std::string out;
  add_line(out, kColumns);
  for (const Finding& finding : report.findings) {
    add_line(out, cells_of(finding, options));
  }
  return out;
}

}  // namespace leaksieve
