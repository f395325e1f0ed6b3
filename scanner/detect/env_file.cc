#include "scanner/detect/env_file.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/match/validators/placeholder.h"

namespace leaksieve {
namespace {

constexpr std::string_view kSecretEndings[] = {
    "SECRET",         "SECRET_KEY", "PRIVATE_KEY",    "PASSWORD",
    "PASSWD",         "PWD",        "TOKEN",          "API_KEY",
    "APIKEY",         "ACCESS_KEY", "AUTH_KEY",       "SIGNING_KEY",
    "PASS",           "PAT",        "PASSPHRASE",     "CREDENTIALS",
    "ENCRYPTION_KEY", "APP_KEY",    "SECRET_KEY_BASE"};

// A shorter value of a secret's name is more likely a setting than a secret.
constexpr std::size_t kShortestSecret = 8;

std::string_view trim(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view unquote(std::string_view value) {
  if (value.size() >= 2 && value.front() == value.back() &&
      (value.front() == '"' || value.front() == '\'')) {
    return value.substr(1, value.size() - 2);
  }
  return value;
}

bool is_public(std::string_view name) {
  return name.find("PUBLIC") != std::string_view::npos ||
         name.find("PUBLISHABLE") != std::string_view::npos;
}

bool names_secret(std::string_view name) {
  std::string upper(name);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return !is_public(upper) &&
         std::any_of(std::begin(kSecretEndings), std::end(kSecretEndings),
                     [&](std::string_view ending) { return upper.ends_with(ending); });
}

enum class Holds { nothing, values, secrets };

Holds contents_of(std::string_view text) {
  Holds holds = Holds::nothing;
  while (!text.empty()) {
    std::string_view line = trim(take_line(text));
    if (line.starts_with("export ")) line = trim(line.substr(7));
    const std::size_t equals = line.find('=');
    if (line.empty() || line.front() == '#' || equals == std::string_view::npos)
      continue;
    const std::string_view name = trim(line.substr(0, equals));
    const std::string_view value = unquote(trim(line.substr(equals + 1)));
    if (value.empty() || is_placeholder(value)) continue;
    if (names_secret(name) && value.size() >= kShortestSecret) return Holds::secrets;
    if (!is_public(name)) holds = Holds::values;
  }
  return holds;
}

}  // namespace

Candidate env_file_candidate(std::string_view text, RuleIndex rule,
                             const std::vector<Candidate>& found) {
  Candidate candidate;
  candidate.rule = rule;
  const bool tokens = std::any_of(found.begin(), found.end(), [](const Candidate& c) {
    return c.severity > Severity::low;
  });
  const Holds holds = tokens ? Holds::secrets : contents_of(text);
  switch (holds) {
    case Holds::secrets:
      candidate.severity = Severity::critical;
      candidate.evidence.emplace_back("it holds secrets");
      break;
    case Holds::values:
      candidate.severity = Severity::medium;
      candidate.evidence.emplace_back(
          "it holds values, none that is known as a secret");
      break;
    case Holds::nothing:
      candidate.severity = Severity::low;
      candidate.evidence.emplace_back(
          "it holds no values, or only public ones, placeholders and references");
      break;
  }
  return candidate;
}

}  // namespace leaksieve
