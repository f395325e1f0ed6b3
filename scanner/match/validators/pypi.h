#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// PyPI's upload tokens: "pypi-" and a macaroon in base64url, whose first bytes name
/// the index (pypi.org or test.pypi.org, which makes it low severity) and whose last
/// are a signature of 32 bytes. Proven if the whole of it can be read as a macaroon,
/// else medium.
///
/// Source: pypi.org/help, "API tokens"; the binary format of libmacaroons, version 2
/// (doc/format.txt), 2026-11.
Verdict check_pypi(const ValidatorInput& input);

}  // namespace leaksieve
