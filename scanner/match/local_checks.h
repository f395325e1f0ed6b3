#pragma once

#include <string_view>

#include "scanner/match/regex.h"
#include "scanner/match/validator.h"
#include "scanner/model/candidate.h"
#include "scanner/model/rule.h"

namespace leaksieve {

/// The group of `match` that `rule` calls the secret: the group it names, else the
/// first that matched something, else the whole match (gitleaks' secretGroup).
ByteSpan secret_of(const Rule& rule, const Regex::Match& match);

/// Whether a word may begin at byte `at`: the byte before is no [A-Za-z0-9_], or it
/// ends an escape (\n, %20, \x41, \u0041, an ANSI colour), so that a token glued to an
/// escape inside a string is seen.
bool begins_word(std::string_view text, std::uint64_t at);

/// Whether a word may end before byte `at`: the byte there is no [A-Za-z0-9_].
bool ends_word(std::string_view text, std::uint64_t at);

/// Asks a rule's local checks in order: boundary, context, entropy, validator (null for
/// none). True if all accept; then the candidate carries what the validator said.
bool passes_local_checks(const Rule& rule, Validator validator, std::string_view text,
                         Candidate& candidate);

}  // namespace leaksieve
