#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// A parameter of a URL whose name says that it lets somebody in: "api_key=",
/// "private_token=", "sig=". Signatures of signed URLs end by themselves: low severity.
Verdict check_url_parameter(const ValidatorInput& input);

}  // namespace leaksieve
