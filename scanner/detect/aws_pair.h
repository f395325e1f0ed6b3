#pragma once

#include <string_view>
#include <vector>

#include "scanner/model/candidate.h"

namespace leaksieve {

/// Joins AWS access key ids with secret access keys: within five lines of an id, and at
/// most 1,000 bytes from it, every run of exactly 40 base64 characters that looks
/// random is a secret key too, whatever its name. A secret with an id is one critical
/// finding that names the id's place; an id that has no secret stays as it is.
///
/// `secret` is the rule of the secret keys; its own candidates (found by name) take
/// part.
void join_aws_pairs(std::string_view text, RuleIndex id, RuleIndex secret,
                    std::vector<Candidate>& candidates);

}  // namespace leaksieve
