// Every format on hostile texts in a report: JSON is JSON and the path leads back to
// its file, no control character is in what a terminal shows, no format has the secret.
// The input: texts with a byte 0xff after each.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <nlohmann/json.hpp>

#include "scanner/report/escape.h"
#include "scanner/report/formats.h"

namespace {

using namespace leaksieve;

Report report_of(const std::array<std::string, 8>& texts, const Rule& rule) {
  Report report;
  report.version = "1";
  report.scan.mode = "audit";
  report.scan.target = texts[0];
  Finding finding;
  finding.rule = &rule;
  finding.path = texts[1];
  finding.author = texts[2];
  finding.owner = texts[3];
  finding.date = texts[4];
  finding.secret = SecretText("not-to-be-seen-" + texts[5]);
  finding.region = {1, 1, 1, 2};
  finding.evidence = {texts[6]};
  finding.related = {{texts[7], texts[1], 3}};
  finding.fingerprint = "f";
  report.findings.push_back(finding);
  report.diagnostics = {{Diagnostic::Level::error, texts[6], texts[1], texts[7], true}};
  return report;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::array<std::string, 8> texts;
  std::size_t at = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (data[i] == 0xff) {
      at = std::min(at + 1, texts.size() - 1);
    } else {
      texts[at] += static_cast<char>(data[i]);
    }
  }
  Rule rule;
  rule.id = "a-rule";
  rule.description = texts[7];
  const Report report = report_of(texts, rule);
  for (const Format& format : formats()) {
    const std::string text = format.render(report, {});
    if (text.find("not-to-be-seen") != std::string::npos) std::abort();
    if (!is_utf8(text)) std::abort();
    const bool json = format.name == "json" || format.name == "sarif";
    if (json) {
      const auto parsed = nlohmann::json::parse(text, nullptr, false);
      if (parsed.is_discarded()) std::abort();
      if (format.name != "json" || texts[1].empty()) continue;
      const auto& finding = parsed["findings"][0];
      const bool percent = finding.contains("path_encoding");
      if (finding["path"] != (percent ? percent_encoded(texts[1]) : texts[1])) {
        std::abort();
      }
    }
    const bool shown = format.name == "text" || json;
    if (shown && std::any_of(text.begin(), text.end(), [](char c) {
          return (c != '\n' && static_cast<unsigned char>(c) < 0x20) || c == 0x7f;
        })) {
      std::abort();
    }
  }
  return 0;
}
