#pragma once

#include <string_view>
#include <vector>

#include "scanner/model/candidate.h"

namespace leaksieve {

/// The finding about a committed environment file as a whole. Its severity is by what
/// the file holds: critical if one of `found` (the other candidates in it) is more than
/// low or a variable with a secret's name has a value of its own; medium if any
/// variable has a value; low if there are only empty values, placeholders and
/// references.
Candidate env_file_candidate(std::string_view text, RuleIndex rule,
                             const std::vector<Candidate>& found);

}  // namespace leaksieve
