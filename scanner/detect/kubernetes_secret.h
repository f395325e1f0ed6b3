#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "scanner/model/candidate.h"
#include "scanner/model/rule.h"

namespace leaksieve {

/// Reads the Kubernetes Secrets of a text, YAML documents and JSON objects: replaces
/// the candidates of `rule`, which only say "kind: Secret stands here", by one for each
/// entry of `data` (base64) and `stringData` that holds a secret. An entry with a
/// placeholder, a user or a host is silent, and silences what less specific rules made
/// of its base64.
///
/// Source: kubernetes.io/docs/concepts/configuration/secret, 2026-11.
void read_kubernetes_secrets(std::string_view text, RuleIndex rule,
                             std::span<const Rule> rules,
                             std::vector<Candidate>& candidates);

}  // namespace leaksieve
