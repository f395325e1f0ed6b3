#include "scanner/report/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "scanner/base/date.h"
#include "scanner/base/hash.h"
#include "scanner/base/text_encoding.h"
#include "scanner/report/dump.h"
#include "scanner/report/escape.h"
#include "scanner/report/escape_markup.h"
#include "scanner/report/groups.h"
#include "scanner/report/html_page.h"
#include "scanner/report/lifetime.h"
#include "scanner/report/wording.h"

namespace leaksieve {
namespace {

using Json = nlohmann::ordered_json;

void add_text(Json& json, const char* key, std::string_view text) {
  if (!text.empty()) json[key] = visible(text);
}

Json place_json(const Finding& finding) {
  // Of a secret that every release has, not every tag: the file is for people.
  constexpr std::size_t kMostRefs = 20;
  Json json = {{"place", visible(place_of(finding))}};
  if (!finding.commit.is_zero()) json["commit"] = short_id(finding.commit);
  add_text(json, "author", finding.author);
  add_text(json, "owner", finding.owner);
  add_text(json, "date", finding.date);
  add_text(json, "evidence", evidence_of(finding));
  for (const Related& related : finding.related) {
    json["related"].push_back(
        {{"role", visible(related.role)},
         {"place", visible(fmt::format("{}:{}", related.path, related.line))}});
  }
  if (!finding.exposure) return json;
  const Exposure& exposure = *finding.exposure;
  add_text(json, "since", exposure.since);
  add_text(json, "until", exposure.until);
  add_text(json, "lifetime", lifetime_in_words(exposure));
  json["days"] = exposure.days;
  json["in_head"] = exposure.at_head;
  const std::size_t shown = std::min(exposure.refs.size(), kMostRefs);
  for (std::size_t i = 0; i < shown; ++i) {
    json["refs"].push_back(visible(exposure.refs[i]));
  }
  if (shown < exposure.refs.size()) json["more_refs"] = exposure.refs.size() - shown;
  return json;
}

Json group_json(const Group& group, const RenderOptions& options) {
  const Finding& first = *group.front();
  Severity severity = first.severity;
  Confidence confidence = first.confidence;
  bool rotate = false;
  Json places = Json::array();
  for (const Finding* finding : group) {
    severity = std::max(severity, finding->severity);
    confidence = std::max(confidence, finding->confidence);
    rotate |= needs_rotation(*finding);
    places.push_back(place_json(*finding));
  }
  return {{"rule", first.rule->id},
          {"severity", name_of(severity)},
          {"confidence", name_of(confidence)},
          {"secret", visible(secret_for_report(first, options.secrets))},
          {"rotate", rotate},
          {"advice", visible(advice_of(first))},
          {"places", std::move(places)}};
}

Json rules_json(const Report& report) {
  Json rules = Json::object();
  for (const Finding& finding : report.findings) {
    const Rule& rule = *finding.rule;
    const std::string id(rule.id);
    if (rules.contains(id)) continue;
    Json steps = Json::array();
    for (const std::string_view step : rule.rotate_steps) {
      steps.push_back(visible(step));
    }
    rules[id] = {{"title", visible(title_of(rule))},
                 {"steps", std::move(steps)},
                 {"url", safe_url(rule)}};
  }
  return rules;
}

/// JSON that an HTML parser reads as the text of a script element, whatever it holds.
std::string data_of(const Report& report, const std::vector<Group>& groups,
                    const RenderOptions& options) {
  Json json = {{"started", report.scan.started}, {"rules", rules_json(report)}};
  Json& all = json["groups"] = Json::array();
  for (const Group& group : groups) all.push_back(group_json(group, options));
  std::string out;
  for (const char c : dump_json(json, -1)) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out;
}

/// A source expression of Content Security Policy level 2 for these bytes.
std::string hash_source(std::string_view bytes) {
  const std::array<std::uint8_t, 32> digest = sha256(bytes);
  return fmt::format(
      "'sha256-{}'",
      to_base64({reinterpret_cast<const char*>(digest.data()), digest.size()}));
}

std::string counts_html(const std::vector<Group>& groups) {
  std::array<std::size_t, 4> counts{};
  for (const Group& group : groups) {
    Severity severity = Severity::low;
    for (const Finding* finding : group)
      severity = std::max(severity, finding->severity);
    ++counts[static_cast<std::size_t>(severity)];
  }
  std::string out = "<ul class=\"counts\">\n";
  for (std::size_t i = counts.size(); i-- > 0;) {
    out += fmt::format("<li><b class=\"{0}\">{1}</b> {0}</li>\n", kSeverityNames[i],
                       counts[i]);
  }
  return out + "</ul>\n";
}

std::string diagnostics_html(const Report& report) {
  std::string out;
  if (!report.scan.complete) {
    out +=
        "<p class=\"warning\" role=\"note\">Incomplete: not everything that this scan "
        "promises to read could be read.</p>\n";
  }
  std::string skipped;
  for (const auto& [what, number] : report.scan.skipped) {
    skipped += fmt::format("{}{} ({})", skipped.empty() ? "" : ", ", what, number);
  }
  if (!skipped.empty()) {
    out += fmt::format("<p>Not looked at: {}</p>\n", markup_text(skipped));
  }
  if (report.diagnostics.empty()) return out;
  out += fmt::format("<details><summary>{}</summary>\n<ul>\n",
                     count_of(report.diagnostics.size(), "diagnostic"));
  for (const Diagnostic& diagnostic : report.diagnostics) {
    out +=
        fmt::format("<li>{}{}{}</li>\n", markup_text(diagnostic.path),
                    diagnostic.path.empty() ? "" : ": ", markup_text(diagnostic.what));
  }
  return out + "</ul>\n</details>\n";
}

constexpr std::string_view kFilters = R"html(<h2 id="findings">Secrets</h2>
<form id="filters" aria-label="Filter and sort">
<label>Search<br><input type="search" id="words" autocomplete="off"></label>
<label>Severity<br><select id="severity"><option value="">all</option></select></label>
<label>Confidence<br><select id="confidence"><option value="">all</option></select></label>
<label>Rule<br><select id="rule"><option value="">all</option></select></label>
<label>Owner<br><select id="owner"><option value="">all</option></select></label>
<label>Order<br><select id="sort"><option value="order">order of rotation</option>
<option value="severity">severity</option><option value="age">age</option>
<option value="path">path</option><option value="rule">rule</option></select></label>
<label class="check"><input type="checkbox" id="head"> in HEAD</label>
<label class="check"><input type="checkbox" id="rotate"> to rotate</label>
<button type="reset">Reset</button>
</form>
<p id="status" role="status"></p>
<ol id="list"></ol>
<button type="button" id="more" hidden>Show more</button>
<noscript><p class="warning">This page needs its own script to show the findings; it loads
nothing else.</p></noscript>
)html";

std::string header_html(const Report& report, const std::vector<Group>& groups) {
  const ScanSummary& scan = report.scan;
  std::string commits;
  if (scan.commits > 0) commits = ", " + count_of(scan.commits, "commit");
  return fmt::format(
      "<header>\n<h1>Leaked secrets</h1>\n"
      "<p>{} of <code>{}</code> on {} by leaksieve {}: {} in {}. Scanned {}, {}{}. {} "
      "more below the least confidence shown.</p>\n{}</header>\n",
      markup_text(scan.mode), markup_text(scan.target), iso_day(scan.started),
      markup_text(report.version), count_of(groups.size(), "secret"),
      count_of(report.findings.size(), "place"), count_of(scan.blobs, "blob"),
      size_of(scan.bytes), commits, report.hidden_by_confidence, counts_html(groups));
}

}  // namespace

std::string render_html(const Report& report, const RenderOptions& options) {
  const std::vector<Group> groups = by_urgency(report.findings);
  const std::string policy = fmt::format(
      "default-src 'none'; script-src {}; style-src {}; base-uri 'none'; form-action "
      "'none'",
      hash_source(html_script()), hash_source(html_style()));
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<title>Leaked secrets: {}</title>\n<style>{}</style>\n</head>\n<body>\n"
      "<a class=\"skip\" href=\"#findings\">To the secrets</a>\n",
      policy, markup_text(report.scan.target), html_style());
  out += header_html(report, groups);
  out += "<main>\n";
  out += diagnostics_html(report);
  out += kFilters;
  out += "</main>\n<script type=\"application/json\" id=\"data\">\n";
  out += data_of(report, groups, options);
  out += "</script>\n<script>";
  out += html_script();
  out += "</script>\n</body>\n</html>\n";
  return out;
}

}  // namespace leaksieve
