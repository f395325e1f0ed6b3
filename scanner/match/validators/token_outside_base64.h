#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// The check for tokens of letters and digits whose beginning also turns up in images
/// and certificates: as check_token (token.h), and none that "+" or "/" continues on
/// either side, or that padding ("=") follows, because that is a piece of base64.
Verdict check_token_outside_base64(const ValidatorInput& input);

}  // namespace leaksieve
