#include "scanner/report/rule_grade.h"

#include <algorithm>
#include <array>

namespace leaksieve {
namespace {

// Validators that compute what a made-up secret would get wrong.
constexpr std::array<std::string_view, 20> kChecksums = {"atlassian-data-center",
                                                         "base58check",
                                                         "bech32",
                                                         "bip39",
                                                         "cask",
                                                         "crc-hex-of-all",
                                                         "crc-hex-of-body",
                                                         "crc16",
                                                         "crc62",
                                                         "github",
                                                         "gitlab",
                                                         "grafana",
                                                         "jfrog-api-key",
                                                         "pypi",
                                                         "solana-keypair",
                                                         "evm-key",
                                                         "private-key",
                                                         "encoded-private-key",
                                                         "jwk",
                                                         "jfrog-reference"};

// Validators that judge a value and know nothing of its form.
constexpr std::array<std::string_view, 9> kValuesOnly = {
    "token",          "password",      "generic-password",
    "generic-secret", "lone-token",    "webhook",
    "user-password",  "url-parameter", "command-line-password"};

template <class Names>
bool has(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

Grade grade_of(const Rule& rule) {
  if (has(kChecksums, rule.validator)) return Grade::checksum;
  if (rule.kind != Kind::token) return Grade::name;
  const bool judged_alone = rule.validator.empty() || has(kValuesOnly, rule.validator);
  if (!judged_alone || !rule.prefixes.empty()) return Grade::structure;
  return rule.context.empty() ? Grade::name : Grade::context;
}

std::string_view name_of(Grade grade) {
  constexpr std::string_view kNames[] = {"checksum", "structure", "context", "name"};
  return kNames[static_cast<std::size_t>(grade)];
}

}  // namespace leaksieve
