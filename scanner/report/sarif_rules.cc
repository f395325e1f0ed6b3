#include "scanner/report/sarif_rules.h"

#include <fmt/format.h>

#include "scanner/report/escape.h"
#include "scanner/report/wording.h"

namespace leaksieve {
namespace {

using Json = nlohmann::ordered_json;

/// Where a rule without a page of its provider sends the reader.
constexpr std::string_view kHelpUri = "https://github.com/leaksieve/leaksieve#readme";

/// "clerk-secret-key" as "ClerkSecretKey", which is how SARIF wants names.
std::string pascal_case(std::string_view id) {
  std::string name;
  bool starts_word = true;
  for (const char c : id) {
    const bool is_lower = c >= 'a' && c <= 'z';
    const bool is_word = is_lower || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_word) {
      name += starts_word && is_lower ? static_cast<char>(c - 'a' + 'A') : c;
    }
    starts_word = !is_word;
  }
  return name;
}

/// GitHub's number of a severity: over 9 is critical, from 7 high, from 4 medium.
/// Source: docs.github.com, "SARIF support for code scanning", reportingDescriptor.
std::string_view security_severity(Severity severity) {
  constexpr std::string_view kNumbers[] = {"2.0", "5.5", "8.0", "9.5"};
  return kNumbers[static_cast<std::size_t>(severity)];
}

std::string_view precision(Confidence confidence) {
  constexpr std::string_view kNames[] = {"low", "medium", "high", "very-high"};
  return kNames[static_cast<std::size_t>(confidence)];
}

std::string_view uri_of_help(const Rule& rule) {
  const std::string_view page = safe_url(rule);
  return page.empty() ? kHelpUri : page;
}

/// The description, the steps of a rotation, and where to read more.
Json help_of(const Rule& rule, std::string_view description) {
  std::string steps;
  for (std::size_t i = 0; i < rule.rotate_steps.size(); ++i) {
    steps +=
        fmt::format("{}. {}\n", i + 1, as_sentence(sarif_text(rule.rotate_steps[i])));
  }
  const std::string_view uri = uri_of_help(rule);
  const std::string_view gap = steps.empty() ? "" : "\n";
  return {{"text", fmt::format("{}\n\n{}{}{}See {}.", description,
                               steps.empty() ? "" : "What to do:\n", steps, gap, uri)},
          {"markdown",
           fmt::format("{}\n\n{}{}{}See <{}>.", description,
                       steps.empty() ? "" : "**What to do**\n\n", steps, gap, uri)}};
}

Json properties_of(const Rule& rule) {
  Json tags = Json::array({"security", "secret", name_of(rule.kind)});
  for (const std::string_view tag : rule.tags) tags.push_back(tag);
  return {{"tags", tags},
          {"precision", precision(rule.confidence)},
          {"security-severity", security_severity(rule.severity)}};
}

}  // namespace

std::string_view sarif_level(Severity severity) {
  constexpr std::string_view kLevels[] = {"note", "warning", "error", "error"};
  return kLevels[static_cast<std::size_t>(severity)];
}

std::string sarif_text(std::string_view text) {
  std::string out;
  for (const char c : visible(text)) {
    if (c == '{' || c == '}') out += c;
    // Only "](" makes a link, so "[42 characters]" is left readable.
    if (c == '(' && out.ends_with(']')) out += ' ';
    out += c;
  }
  return out;
}

std::string as_sentence(std::string_view text) {
  std::string sentence(text);
  if (!sentence.empty() &&
      std::string_view(".!?").find(sentence.back()) == std::string::npos) {
    sentence += '.';
  }
  return sentence;
}

Json sarif_rule(const Rule& rule) {
  const std::string description = as_sentence(sarif_text(title_of(rule)));
  Json json = Json::object();
  json["id"] = rule.id;
  json["name"] = pascal_case(rule.id);
  json["shortDescription"] = {{"text", description}};
  json["fullDescription"] = {{"text", description}};
  json["help"] = help_of(rule, description);
  json["helpUri"] = uri_of_help(rule);
  json["defaultConfiguration"] = {{"level", sarif_level(rule.severity)}};
  json["properties"] = properties_of(rule);
  return json;
}

}  // namespace leaksieve
