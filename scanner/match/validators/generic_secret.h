#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// A literal value that is assigned to a name of a password ("DB_PASSWORD"). The regex
/// only says where such a word stands; the whole name and the whole value are read from
/// the text around it, in any syntax, and judged (assignment/judge.h).
Verdict check_generic_password(const ValidatorInput& input);

/// The same for names of other secrets: "clientSecret", "API_KEY", "access_token".
Verdict check_generic_secret(const ValidatorInput& input);

}  // namespace leaksieve
