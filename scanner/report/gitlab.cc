#include "scanner/report/gitlab.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>

#include "scanner/base/date.h"
#include "scanner/report/dump.h"
#include "scanner/report/escape.h"
#include "scanner/report/escape_markup.h"
#include "scanner/report/lifetime.h"
#include "scanner/report/sarif_rules.h"
#include "scanner/report/wording.h"

namespace leaksieve {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kVersion = "15.2.1";
constexpr std::string_view kHome = "https://github.com/leaksieve/leaksieve";

/// Bounds of the schema, in characters; ours count bytes, so they are never too long.
constexpr std::size_t kMaxName = 255;
constexpr std::size_t kMaxSolution = 7000;

std::string_view severity_name(Severity severity) {
  constexpr std::string_view kNames[] = {"Low", "Medium", "High", "Critical"};
  return kNames[static_cast<std::size_t>(severity)];
}

std::string_view codequality_severity(Severity severity) {
  constexpr std::string_view kNames[] = {"minor", "major", "critical", "blocker"};
  return kNames[static_cast<std::size_t>(severity)];
}

/// The last 128 bits of the fingerprint in the form of a UUID (RFC 9562, version 8:
/// made in a way of one's own). GitLab tells findings apart by it.
std::string uuid_of(std::string_view fingerprint, std::size_t number) {
  std::string digits = fingerprint.size() < 32
                           ? fmt::format("{:032x}", number)
                           : std::string(fingerprint.substr(fingerprint.size() - 32));
  digits[12] = '8';
  digits[16] = 'a';
  const std::string_view d = digits;
  return fmt::format("{}-{}-{}-{}-{}", d.substr(0, 8), d.substr(8, 4), d.substr(12, 4),
                     d.substr(16, 4), d.substr(20, 12));
}

/// The weakness that the finding is an instance of, in MITRE's list; 0 for none.
int cwe_of(Kind kind) {
  switch (kind) {
    case Kind::log_statement:
      return 532;  // Insertion of Sensitive Information into Log File
    case Kind::env_file:
    case Kind::key_file:
      return 538;  // ... into Externally-Accessible File or Directory
    case Kind::policy_change:
      return 0;
    case Kind::token:
    case Kind::assignment:
      break;
  }
  return 798;  // Use of Hard-coded Credentials
}

Json identifiers_of(const Rule& rule) {
  Json own = {{"type", "leaksieve_rule_id"},
              {"name", fmt::format("leaksieve rule {}", rule.id)},
              {"value", rule.id}};
  if (!safe_url(rule).empty()) own["url"] = safe_url(rule);
  Json all = Json::array({own});
  if (const int cwe = cwe_of(rule.kind); cwe != 0) {
    all.push_back(
        {{"type", "cwe"},
         {"name", fmt::format("CWE-{}", cwe)},
         {"value", std::to_string(cwe)},
         {"url", fmt::format("https://cwe.mitre.org/data/definitions/{}.html", cwe)}});
  }
  return all;
}

Json location_of(const Finding& finding) {
  Json commit = {{"sha", finding.commit.is_zero() ? "0000000" : finding.commit.hex()}};
  if (!finding.author.empty()) commit["author"] = finding.author;
  if (!finding.date.empty()) commit["date"] = finding.date;
  Json location = {{"file", artifact_path(finding)}, {"commit", commit}};
  if (finding.region.line != 0) {
    location["start_line"] = finding.region.line;
    location["end_line"] = finding.region.end_line;
  }
  return location;
}

Json text_field(std::string_view name, std::string_view value) {
  return {{"name", name}, {"type", "text"}, {"value", visible(value)}};
}

Json details_of(const Finding& finding, const RenderOptions& options) {
  Json json = Json::object();
  const std::string secret = secret_for_report(finding, options.secrets);
  if (!secret.empty()) {
    json["secret"] = {{"name", "Secret"}, {"type", "code"}, {"value", visible(secret)}};
  }
  json["confidence"] = text_field("Confidence", name_of(finding.confidence));
  if (!finding.evidence.empty()) {
    json["evidence"] = text_field("Evidence", evidence_of(finding));
  }
  if (finding.exposure) {
    json["lifetime"] = text_field("Lifetime", lifetime_in_words(*finding.exposure));
  }
  for (std::size_t i = 0; i < finding.related.size(); ++i) {
    const Related& related = finding.related[i];
    if (related.path.empty()) continue;
    json[fmt::format("related_{}", i + 1)] = {{"name", visible(related.role)},
                                              {"type", "file-location"},
                                              {"file_name", visible(related.path)},
                                              {"line_start", related.line}};
  }
  return json;
}

std::string solution_of(const Finding& finding) {
  std::string text = as_sentence(markdown_text(advice_of(finding)));
  if (needs_rotation(finding)) {
    for (std::size_t i = 1; i < finding.rule->rotate_steps.size(); ++i) {
      text += ' ' + as_sentence(markdown_text(finding.rule->rotate_steps[i]));
    }
  }
  return text.size() > kMaxSolution ? as_sentence(markdown_text("rotate it first"))
                                    : text;
}

Json vulnerability_of(const Finding& finding, std::size_t number,
                      const RenderOptions& options) {
  const Rule& rule = *finding.rule;
  Json json = Json::object();
  json["id"] = uuid_of(finding.fingerprint, number);
  json["name"] = rule.id.substr(0, kMaxName);
  json["description"] = as_sentence(markdown_text(title_of(rule)));
  json["severity"] = severity_name(finding.severity);
  if (const std::string solution = solution_of(finding); !solution.empty()) {
    json["solution"] = solution;
  }
  json["identifiers"] = identifiers_of(rule);
  if (!safe_url(rule).empty()) {
    json["links"] = Json::array({{{"name", "How to rotate"}, {"url", safe_url(rule)}}});
  }
  json["details"] = details_of(finding, options);
  json["location"] = location_of(finding);
  return json;
}

/// A moment as the schema wants it: UTC, no zone, whole seconds.
std::string moment(std::int64_t time) {
  const std::int64_t in_day = ((time % 86400) + 86400) % 86400;
  return fmt::format("{}T{:02}:{:02}:{:02}", iso_day(time), in_day / 3600,
                     in_day / 60 % 60, in_day % 60);
}

Json scan_of(const Report& report) {
  const Json tool = {{"id", "leaksieve"},
                     {"name", "leaksieve"},
                     {"url", kHome},
                     {"vendor", {{"name", "leaksieve"}}},
                     {"version", report.version}};
  Json messages = Json::array();
  for (const Diagnostic& diagnostic : report.diagnostics) {
    std::string text = diagnostic.what;
    if (!diagnostic.path.empty()) text = diagnostic.path + ": " + text;
    const bool is_note = diagnostic.level == Diagnostic::Level::note;
    messages.push_back(
        {{"level", is_note ? "info" : "warn"}, {"value", visible(text)}});
  }
  const std::int64_t end =
      report.scan.started + static_cast<std::int64_t>(report.scan.seconds + 0.5);
  Json scan = {{"analyzer", tool},
               {"scanner", tool},
               {"type", "secret_detection"},
               {"start_time", moment(report.scan.started)},
               {"end_time", moment(end)},
               {"status", report.scan.complete ? "success" : "failure"}};
  if (!messages.empty()) scan["messages"] = messages;
  return scan;
}

}  // namespace

std::string render_gitlab(const Report& report, const RenderOptions& options) {
  Json json = Json::object();
  json["version"] = kVersion;
  json["schema"] = fmt::format(
      "https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/"
      "v{}/dist/secret-detection-report-format.json",
      kVersion);
  json["scan"] = scan_of(report);
  Json& all = json["vulnerabilities"] = Json::array();
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    all.push_back(vulnerability_of(report.findings[i], i, options));
  }
  return dump_json(json, 2);
}

std::string render_gitlab_codequality(const Report& report,
                                      const RenderOptions& options) {
  Json all = Json::array();
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    const Finding& finding = report.findings[i];
    std::string description = as_sentence(visible(title_of(*finding.rule)));
    const std::string secret = secret_for_report(finding, options.secrets);
    if (!secret.empty()) description += fmt::format(" Secret: {}.", visible(secret));
    const std::string advice = as_sentence(visible(advice_of(finding)));
    if (!advice.empty()) description += " What to do: " + advice;
    all.push_back(
        {{"description", description},
         {"check_name", finding.rule->id},
         {"fingerprint", finding.fingerprint.empty() ? fmt::format("{:032x}", i)
                                                     : finding.fingerprint},
         {"severity", codequality_severity(finding.severity)},
         {"location",
          {{"path", artifact_path(finding)},
           {"lines", {{"begin", std::max<std::uint64_t>(finding.region.line, 1)}}}}}});
  }
  return dump_json(all, 2);
}

}  // namespace leaksieve
