#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// Slack's tokens and webhook URLs: the part after the last "-" or "/" is random, what
/// stands before it are ids. The samples of Slack's documentation and what copies them
/// (T00000000/B00000000/XXXX, numbers in a row) are dropped or get medium confidence.
///
/// Source: api.slack.com/authentication/token-types and /messaging/webhooks, 2026-11.
Verdict check_slack(const ValidatorInput& input);

}  // namespace leaksieve
