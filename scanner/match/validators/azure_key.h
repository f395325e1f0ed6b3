#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// Microsoft's common annotated security keys, 84 or 88 characters of base64:
///
///     52 random  JQQJ9 and one of 9 D H  year, month A-L  16 reserved
///     4 of the provider  4 or 6 of a checksum (and "==")
///
/// All at fixed places, which no other text has; the provider's four go into the
/// evidence. The checksum is not looked at. What is random is dropped if it was typed.
///
/// Source: github.com/microsoft/security-utilities, IdentifiableSecrets, 2026-11.
Verdict check_cask(const ValidatorInput& input);

}  // namespace leaksieve
