#include "scanner/report/json.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string_view>

#include "scanner/report/dump.h"
#include "scanner/report/escape.h"

namespace leaksieve {
namespace {

using Json = nlohmann::ordered_json;  // keeps the order of the contract

void add_text(Json& json, const char* key, std::string_view text) {
  if (!text.empty()) json[key] = text;
}

void add_id(Json& json, const char* key, const ObjectId& id) {
  if (!id.is_zero()) json[key] = id.hex();
}

/// A path must lead back to its file, so one that is not UTF-8 is not made to look so.
void add_path(Json& json, std::string_view path) {
  if (path.empty()) return;
  if (is_utf8(path)) {
    json["path"] = path;
  } else {
    json["path"] = percent_encoded(path);
    json["path_encoding"] = "percent";
  }
}

Json scan_json(const ScanSummary& scan) {
  Json json = Json::object();
  json["mode"] = scan.mode;
  add_text(json, "target", scan.target);
  json["complete"] = scan.complete;
  json["rules"] = scan.rules;
  json["blobs"] = scan.blobs;
  json["bytes"] = scan.bytes;
  json["commits"] = scan.commits;
  for (const auto& [what, count] : scan.skipped) {
    json["skipped"].push_back({{"what", what}, {"count", count}});
  }
  json["seconds"] = std::round(scan.seconds * 1000) / 1000;
  return json;
}

/// Where the secret came in, which is the place of the finding.
Json origin_json(const Finding& finding) {
  Json json = Json::object();
  add_path(json, finding.path);
  add_id(json, "commit", finding.commit);
  add_text(json, "author", finding.author);
  add_text(json, "date", finding.date);
  if (finding.exposure) add_id(json, "removed_by", finding.exposure->removed_by);
  return json;
}

Json alive_json(const Exposure& exposure) {
  Json json = Json::object();
  json["head"] = exposure.at_head;
  // Of a secret that every release has, not every tag: branches come first.
  constexpr std::size_t kMostRefs = 50;
  const std::size_t shown = std::min(exposure.refs.size(), kMostRefs);
  json["refs"] = Json::array();
  for (std::size_t i = 0; i < shown; ++i) json["refs"].push_back(exposure.refs[i]);
  if (shown < exposure.refs.size()) json["more_refs"] = exposure.refs.size() - shown;
  return json;
}

Json exposure_json(const Exposure& exposure) {
  Json json = Json::object();
  add_text(json, "since", exposure.since);
  add_text(json, "until", exposure.until);
  json["days"] = exposure.days;
  add_text(json, "rotate_by", exposure.rotate_by);
  add_text(json, "rotated", exposure.rotated);
  return json;
}

Json rotate_json(const Rule& rule) {
  Json json = Json::object();
  for (const std::string_view step : rule.rotate_steps) json["steps"].push_back(step);
  add_text(json, "url", rule.rotate_url);
  return json;
}

Json finding_json(const Finding& finding, const RenderOptions& options) {
  Json json = Json::object();
  json["rule"] = finding.rule->id;
  json["kind"] = name_of(finding.rule->kind);
  add_text(json, "description", finding.rule->description);
  json["severity"] = name_of(finding.severity);
  json["confidence"] = name_of(finding.confidence);
  json["where"] = name_of(finding.where);
  add_path(json, finding.path);
  if (finding.region.line != 0) {
    json["line"] = finding.region.line;
    json["column"] = finding.region.column;
    json["end_line"] = finding.region.end_line;
    json["end_column"] = finding.region.end_column;
  }
  add_text(json, "secret", secret_for_report(finding, options.secrets));
  add_text(json, "fingerprint",
           finding.keyed_fingerprint.empty() ? finding.fingerprint
                                             : finding.keyed_fingerprint);
  add_id(json, "blob", finding.blob);
  add_id(json, "commit", finding.commit);
  add_text(json, "author", finding.author);
  add_text(json, "date", finding.date);
  add_text(json, "owner", finding.owner);
  if (!finding.commit.is_zero()) json["origins"] = Json::array({origin_json(finding)});
  if (finding.exposure) {
    json["alive"] = alive_json(*finding.exposure);
    json["exposure"] = exposure_json(*finding.exposure);
  }
  json["reach"] = name_of(finding.reach);
  for (const Related& related : finding.related) {
    Json& entry = json["related"].emplace_back(Json::object());
    entry["role"] = related.role;
    add_path(entry, related.path);
    entry["line"] = related.line;
  }
  for (const std::string& words : finding.evidence) json["evidence"].push_back(words);
  if (finding.suppression) {
    Json& entry = json["suppressed"] = Json::object();
    entry["by"] = name_of(finding.suppression->by);
    add_text(entry, "source", finding.suppression->source);
    add_text(entry, "reason", finding.suppression->reason);
  }
  Json rotate = rotate_json(*finding.rule);
  if (!rotate.empty()) json["rotate"] = std::move(rotate);
  return json;
}

Json diagnostics_json(const Diagnostics& diagnostics) {
  Json json = Json::array();
  for (const Diagnostic& diagnostic : diagnostics) {
    Json& entry = json.emplace_back(Json::object());
    entry["level"] = name_of(diagnostic.level);
    entry["what"] = diagnostic.what;
    add_path(entry, diagnostic.path);
    add_text(entry, "object", diagnostic.object);
  }
  return json;
}

/// Counts of what policy hides.
Json suppressed_json(const Report& report) {
  const auto count = [&](SuppressedBy by) {
    return report.suppressed_counts[static_cast<std::size_t>(by)];
  };
  return {{"inline", count(SuppressedBy::inline_comment)},
          {"path", count(SuppressedBy::path)},
          {"allowlist", count(SuppressedBy::allowlist)},
          {"ignore", count(SuppressedBy::ignore)},
          {"baseline", count(SuppressedBy::baseline)},
          {"hidden_by_confidence", report.hidden_by_confidence}};
}

Json head_json(const Report& report) {
  Json json = Json::object();
  json["schema"] = "leaksieve/1";
  json["tool"] = {{"name", "leaksieve"}, {"version", report.version}};
  json["scan"] = scan_json(report.scan);
  return json;
}

void add_tail(Json& json, const Report& report) {
  json["suppressed"] = suppressed_json(report);
  json["diagnostics"] = diagnostics_json(report.diagnostics);
}

}  // namespace

std::string render_json(const Report& report, const RenderOptions& options) {
  Json json = head_json(report);
  Json& findings = json["findings"] = Json::array();
  for (const Finding& finding : report.findings) {
    findings.push_back(finding_json(finding, options));
  }
  for (const Finding& finding : report.suppressed) {
    findings.push_back(finding_json(finding, options));
  }
  add_tail(json, report);
  return dump_json(json, 2);
}

std::string render_jsonl(const Report& report, const RenderOptions& options) {
  Json head = head_json(report);
  add_tail(head, report);
  std::string lines = dump_json(head, -1);
  for (const Finding& finding : report.findings) {
    lines += dump_json(finding_json(finding, options), -1);
  }
  for (const Finding& finding : report.suppressed) {
    lines += dump_json(finding_json(finding, options), -1);
  }
  return lines;
}

}  // namespace leaksieve
