#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "scanner/model/candidate.h"
#include "scanner/model/rule.h"

namespace leaksieve {

/// Clerk and Stripe share the beginnings sk_live_ and sk_test_. The length of the body
/// says whose a key is; where the words around contradict it, they win: a key of
/// Clerk's length on a line that names Stripe and not Clerk is Stripe's, and one of
/// another length in a text that uses Clerk (a publishable key, an import, a URL) and
/// never mentions Stripe is Clerk's. Only the label changes, never whether it is
/// reported.
void decide_key_owner(std::string_view text, RuleIndex clerk, RuleIndex stripe,
                      std::span<const Rule> rules, std::vector<Candidate>& candidates);

}  // namespace leaksieve
