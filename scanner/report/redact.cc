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
