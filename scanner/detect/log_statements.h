#pragma once

#include <string_view>
#include <vector>

#include "scanner/detect/logs/code_leaks.h"
#include "scanner/model/candidate.h"

namespace leaksieve {

/// Appends the places where a text of the name `path` writes a secret into a log or
/// into an error message, in order. `match` is the call, `secret` the expression that
/// is printed; `evidence` says in words by which way it got there, `related` has the
/// places on that way, `identity` tells it apart in other versions of the text. A text
/// in no language that we read, or without a word that could name a secret, costs next
/// to nothing; linear for the rest.
void find_log_statements(std::string_view text, std::string_view path,
                         const logs::LogRules& rules, std::vector<Candidate>& out);

}  // namespace leaksieve
