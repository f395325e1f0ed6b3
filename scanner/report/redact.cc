#include "scanner/report/redact.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace leaksieve {
namespace {

/// Below this the last four bytes are too large a part of the secret.
constexpr std::size_t kMinTokenBytes = 20;
constexpr std::size_t kTailBytes = 4;

/// The longest public prefix of the rule that the secret starts with; empty for none.
std::string_view public_prefix(const Rule& rule, std::string_view secret) {
  std::string_view longest;
  for (const std::string_view prefix : rule.prefixes) {
    if (prefix.size() > longest.size() && secret.starts_with(prefix)) longest = prefix;
  }
  return longest;
}

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c > ' ' && c <= '~'; });
}

std::string redacted(const Rule* rule, std::string_view secret) {
  std::string only_length = fmt::format("[{} characters]", secret.size());
  if (rule == nullptr || secret.size() < kMinTokenBytes) return only_length;

  const std::string_view prefix = public_prefix(*rule, secret);
  if (prefix.empty() || prefix.size() + kTailBytes + kMinHiddenBytes > secret.size()) {
    return only_length;
  }
  const std::string_view tail = secret.substr(secret.size() - kTailBytes);
  return fmt::format("{}…{}", prefix, is_printable_ascii(tail) ? tail : "");
}

}  // namespace

namespace {

// The quotes of all languages: what stands between them may be a secret.
bool holds_literal(std::string_view expression) {
  return expression.find_first_of("\"'`") != std::string_view::npos;
}

}  // namespace

namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("_-.$").find(c) != std::string_view::npos;
}

/// A word that is no name: a token that stands before another one.
bool may_be_secret(std::string_view name) {
  constexpr std::size_t kLongName = 40;
  constexpr std::ptrdiff_t kManyDigits = 3;
  const std::ptrdiff_t digits = std::count_if(
      name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
  return name.size() > kLongName || digits >= kManyDigits;
}

}  // namespace

std::string lead_for_report(const Finding& finding, Secrets secrets) {
  const std::string_view lead = finding.lead.reveal();
  if (secrets == Secrets::shown) return std::string(lead);
  const std::size_t last = lead.find_last_not_of(" \t:=>\"'`({[");
  const std::size_t sign = last + 1;  // npos + 1 is 0
  const std::string_view signs = lead.substr(sign);
  std::size_t begin = sign;
  while (begin > 0 && is_name_character(lead[begin - 1])) --begin;
  const std::string_view name = lead.substr(begin, sign - begin);
  if (signs.find_first_of(":=(") == std::string_view::npos || may_be_secret(name)) {
    return sign == 0 ? std::string(signs) : fmt::format("…{}", signs);
  }
  const bool is_all = lead.find_first_not_of(" \t") >= begin;
  return fmt::format("{}{}{}", is_all ? "" : "…", name, signs);
}

std::string secret_for_report(const Finding& finding, Secrets secrets) {
  const std::string& secret = finding.secret.reveal();
  if (secret.empty()) return {};
  if (secrets == Secrets::shown) return secret;
  if (finding.rule != nullptr && finding.rule->identifier) return secret;
  if (finding.rule != nullptr && finding.rule->kind == Kind::log_statement &&
      !holds_literal(secret)) {
    return secret;
  }
  return redacted(finding.rule, secret);
}

}  // namespace leaksieve
