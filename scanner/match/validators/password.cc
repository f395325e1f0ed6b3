#include "scanner/match/validators/password.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/match/validators/entropy.h"
#include "scanner/match/validators/host.h"
#include "scanner/match/validators/placeholder.h"
#include "scanner/match/validators/well_known.h"

namespace leaksieve {
namespace {

// "get_password(", "conf['x']", "settings.DB.PASSWORD": code, where no quotes stand.
bool is_unquoted_code(const ValidatorInput& input, std::string_view value) {
  const ByteSpan secret = input.secret;
  const char before = secret.begin > 0 ? input.text[secret.begin - 1] : ' ';
  if (before == '"' || before == '\'') return false;
  const std::size_t call = value.find_first_of("([");
  return call != std::string_view::npos && call > 0 &&
         std::all_of(value.begin(), value.begin() + static_cast<std::ptrdiff_t>(call),
                     [](char c) {
                       return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                              c == '_' || c == '.';
                     });
}

// The value of the first of the keys that name a host in a connection string.
std::string_view host_in(std::string_view match) {
  const std::string lower = to_lower(match);
  for (const std::string_view key : {"server", "data source", "host", "addr", "://"}) {
    std::size_t at = lower.find(key);
    if (at == std::string::npos) continue;
    at = key == "://" ? at + 3 : lower.find_first_not_of(" \t=", at + key.size());
    if (at == std::string::npos) continue;
    std::string_view host = match.substr(at);
    if (host.starts_with("tcp:")) host.remove_prefix(4);
    return host.substr(0, host.find_first_of(",;:/\\ \t&?"));
  }
  return {};
}

}  // namespace

Verdict check_password(const ValidatorInput& input) {
  constexpr std::size_t kShortest = 4;
  constexpr std::size_t kLong = 10;
  constexpr double kVaried = 2.8;
  const std::string_view value = bytes_of(input.text, input.secret);
  if (value.size() < kShortest || is_placeholder(value) || is_weak_password(value) ||
      is_well_known(value) || is_unquoted_code(input, value) || value == "masterauth" ||
      value == "requirepass") {
    return Verdict::reject();
  }
  Verdict verdict;
  if (value.size() < kLong || entropy(value) < kVaried) {
    verdict.confidence = Confidence::medium;
  }
  return verdict;
}

Verdict check_connection_string(const ValidatorInput& input) {
  Verdict verdict = check_password(input);
  if (!verdict.accept) return verdict;
  const std::string_view host = host_in(bytes_of(input.text, input.match));
  switch (host_kind(host)) {
    case HostKind::local:
      verdict.severity = Severity::medium;
      verdict.evidence.emplace_back("local host");
      break;
    case HostKind::managed:
      verdict.severity = Severity::critical;
      verdict.evidence.emplace_back("host of a managed service");
      break;
    case HostKind::sample:
      verdict.confidence = Confidence::low;
      verdict.evidence.emplace_back("host of an example");
      break;
    case HostKind::other:
      break;
  }
  return verdict;
}

}  // namespace leaksieve
