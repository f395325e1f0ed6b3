#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// Manifests of Kubernetes secrets in YAML. From the line "kind: Secret" on it looks
/// through the manifest (to the next "---" or "kind", at most 64 KiB to either side)
/// for "data" and "stringData" beside that line, and takes the first of their values
/// that is a secret: decoded, at least four printable bytes, no template, placeholder
/// or word that everybody uses, no certificate or public key, not under a name such as
/// "username". Sets match and secret to that value; the evidence says how many there
/// are. Drops a manifest without one.
///
/// Source: kubernetes.io/docs/concepts/configuration/secret.
Verdict check_kubernetes_secret(const ValidatorInput& input);

}  // namespace leaksieve
