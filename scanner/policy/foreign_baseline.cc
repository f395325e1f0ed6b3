#include "scanner/policy/foreign_baseline.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

using Json = nlohmann::json;

std::string text_of(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

std::optional<std::uint64_t> number_of(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end() || !found->is_number_unsigned()) return std::nullopt;
  return found->get<std::uint64_t>();
}

bool is_redacted(const std::string& secret) {
  return secret.empty() || secret == "REDACTED" || secret.ends_with("...");
}

// The elements that are no finding are left out.
Acceptances of_gitleaks(const Json& findings, const std::string& name) {
  Acceptances out;
  std::size_t number = 0;
  for (const Json& finding : findings) {
    ++number;
    if (!finding.is_object() || text_of(finding, "RuleID").empty()) continue;
    Acceptance entry;
    entry.by = SuppressedBy::baseline;
    entry.rule = text_of(finding, "RuleID");
    entry.paths = {text_of(finding, "File")};
    const std::string secret = text_of(finding, "Secret");
    if (is_redacted(secret)) {
      entry.line = number_of(finding, "StartLine").value_or(0);
      entry.commit = to_lower(text_of(finding, "Commit"));
    } else {
      entry.secret = SecretText(secret);
    }
    entry.source = fmt::format("{}, finding {}", name, number);
    out.entries.push_back(std::move(entry));
  }
  return out;
}

Acceptances of_detect_secrets(const Json& results, const std::string& name) {
  Acceptances out;
  for (const auto& [path, secrets] : results.items()) {
    if (!secrets.is_array()) continue;
    for (const Json& secret : secrets) {
      if (!secret.is_object() || text_of(secret, "hashed_secret").size() != 40)
        continue;
      Acceptance entry;
      entry.by = SuppressedBy::baseline;
      entry.paths = {path};
      entry.sha1 = to_lower(text_of(secret, "hashed_secret"));
      entry.source = name;
      out.entries.push_back(std::move(entry));
    }
  }
  return out;
}

}  // namespace

Result<std::optional<Acceptances>> read_foreign_baseline(std::string_view text,
                                                         const std::string& name) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return std::optional<Acceptances>();
  const bool array = text[begin] == '[';
  // Our own has one object a line, the first with this key.
  if (!array &&
      (text[begin] != '{' || text.substr(begin).starts_with("{\"leaksieve\""))) {
    return std::optional<Acceptances>();
  }
  const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
  if (json.is_discarded()) {
    return Error{fmt::format("{}: the baseline is damaged: no JSON", name)};
  }
  if (array) return std::optional(of_gitleaks(json, name));
  const auto results = json.find("results");
  if (results == json.end() || !results->is_object()) {
    return Error{
        fmt::format("{}: no baseline of leaksieve, gitleaks or detect-secrets", name)};
  }
  return std::optional(of_detect_secrets(*results, name));
}

}  // namespace leaksieve
