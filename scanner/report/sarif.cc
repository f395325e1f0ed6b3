#include "scanner/report/sarif.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scanner/report/dump.h"
#include "scanner/report/escape.h"
#include "scanner/report/sarif_rules.h"
#include "scanner/report/wording.h"
#include "scanner/report/worst.h"

namespace leaksieve {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json";

/// The rules of a report's findings, numbered for `ruleIndex`. Not those that found
/// nothing: with their help texts they would make a clean report half a megabyte.
struct RuleTable {
  std::vector<const Rule*> rules;
  std::unordered_map<std::string_view, std::size_t> index;

  void add(const Rule& rule) {
    if (index.emplace(rule.id, rules.size()).second) rules.push_back(&rule);
  }
};

RuleTable rules_of(const Report& report) {
  RuleTable table;
  for (const Finding& finding : report.findings) table.add(*finding.rule);
  for (const Finding& finding : report.suppressed) table.add(*finding.rule);
  return table;
}

Json location_json(std::string_view path, const Region& region) {
  const std::string uri = uri_of_path(path);
  Json artifact = {{"uri", uri}};
  if (!path.starts_with('/')) artifact["uriBaseId"] = "%SRCROOT%";
  // Without a region GitHub shows nothing: a finding about a file stands at its
  // beginning.
  const Region at = region.line == 0 ? Region{1, 1, 1, 1} : region;
  return {{"physicalLocation",
           {{"artifactLocation", artifact},
            {"region",
             {{"startLine", at.line},
              {"startColumn", at.column},
              {"endLine", at.end_line},
              {"endColumn", at.end_column}}}}}};
}

/// What GitHub shows beside the line: what it is, how we know, what to do.
std::string message_of(const Finding& finding, const RenderOptions& options) {
  const Rule& rule = *finding.rule;
  std::string message = as_sentence(sarif_text(title_of(rule)));
  const std::string secret = secret_for_report(finding, options.secrets);
  if (!secret.empty()) message += fmt::format(" Secret: '{}'.", sarif_text(secret));
  if (!finding.evidence.empty()) {
    message += fmt::format(" Evidence: {}.", sarif_text(evidence_of(finding)));
  }
  return message;
}

// SARIF 2.1.0, 3.35.
Json suppressions_json(const Suppression& suppression) {
  const bool in_source = suppression.by == SuppressedBy::inline_comment;
  std::string words = suppression.source;
  if (!suppression.reason.empty()) words += ": " + suppression.reason;
  return Json::array({{{"kind", in_source ? "inSource" : "external"},
                       {"justification", sarif_text(words)}}});
}

Json result_json(const Finding& finding, const RuleTable& rules,
                 const RenderOptions& options) {
  Json json = Json::object();
  json["ruleId"] = finding.rule->id;
  json["ruleIndex"] = rules.index.at(finding.rule->id);
  json["level"] = sarif_level(finding.severity);
  json["message"] = {{"text", message_of(finding, options)}};
  json["locations"] =
      Json::array({location_json(artifact_path(finding), finding.region)});
  for (std::size_t i = 0; i < finding.related.size(); ++i) {
    const Related& related = finding.related[i];
    Json location = location_json(related.path, {related.line, 1, related.line, 1});
    location["id"] = i;
    location["message"] = {{"text", as_sentence(sarif_text(related.role))}};
    json["relatedLocations"].push_back(std::move(location));
  }
  if (!finding.fingerprint.empty()) {
    json["partialFingerprints"] = {{"leaksieveLocation/v1", finding.fingerprint}};
  }
  if (!finding.keyed_fingerprint.empty()) {
    json["fingerprints"] = {{"leaksieve/v1", finding.keyed_fingerprint}};
  }
  if (finding.suppression)
    json["suppressions"] = suppressions_json(*finding.suppression);
  json["properties"] = {{"confidence", name_of(finding.confidence)},
                        {"severity", name_of(finding.severity)},
                        {"reach", name_of(finding.reach)}};
  if (!finding.commit.is_zero()) json["properties"]["commit"] = finding.commit.hex();
  return json;
}

Json notification_json(std::string_view level, std::string_view text) {
  return {{"level", level}, {"message", {{"text", as_sentence(sarif_text(text))}}}};
}

Json invocation_json(const Report& report, std::size_t shown) {
  Json notes = Json::array();
  for (const Diagnostic& diagnostic : report.diagnostics) {
    std::string text = diagnostic.what;
    if (!diagnostic.object.empty()) text += fmt::format(" ({})", diagnostic.object);
    Json note = notification_json(name_of(diagnostic.level), text);
    if (!diagnostic.path.empty()) {
      note["locations"] = Json::array({location_json(diagnostic.path, {})});
    }
    notes.push_back(std::move(note));
  }
  if (shown < report.findings.size()) {
    notes.push_back(notification_json(
        "warning", fmt::format("only the {} worst of {} findings are in this file",
                               shown, report.findings.size())));
  }
  return {{"executionSuccessful", report.scan.complete},
          {"toolExecutionNotifications", notes}};
}

Json tool_json(const Report& report, const RuleTable& table) {
  Json rules = Json::array();
  for (const Rule* rule : table.rules) rules.push_back(sarif_rule(*rule));
  return {{"driver",
           {{"name", "leaksieve"},
            {"semanticVersion", report.version},
            {"informationUri", "https://github.com/leaksieve/leaksieve"},
            {"rules", rules}}}};
}

}  // namespace

std::string render_sarif(const Report& report, const RenderOptions& options) {
  const RuleTable rules = rules_of(report);
  const std::vector<const Finding*> findings =
      worst_findings(report.findings, kMaxSarifResults);

  Json results = Json::array();
  for (const Finding* finding : findings) {
    results.push_back(result_json(*finding, rules, options));
  }
  for (const Finding& finding : report.suppressed) {
    if (results.size() == kMaxSarifResults) break;
    results.push_back(result_json(finding, rules, options));
  }
  Json run = Json::object();
  run["tool"] = tool_json(report, rules);
  run["automationDetails"] = {{"id", fmt::format("leaksieve/{}/", report.scan.mode)}};
  run["columnKind"] = "unicodeCodePoints";
  run["originalUriBaseIds"] = {
      {"%SRCROOT%", {{"description", {{"text", "The root of what was scanned."}}}}}};
  run["invocations"] = Json::array({invocation_json(report, findings.size())});
  run["results"] = std::move(results);

  Json log = Json::object();
  log["$schema"] = kSchema;
  log["version"] = "2.1.0";
  log["runs"] = Json::array({std::move(run)});
  return dump_json(log, 2);
}

}  // namespace leaksieve
