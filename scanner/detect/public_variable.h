#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "scanner/model/candidate.h"
#include "scanner/model/rule.h"

namespace leaksieve {

/// The beginning of a variable's name that makes bundlers compile its value into what
/// browsers load: "NEXT_PUBLIC_", "VITE_"; empty if it has none. Borrows nothing.
std::string_view public_prefix_of(std::string_view name);

/// A secret that is assigned to a name whose prefix exports it to browsers
/// (NEXT_PUBLIC_, VITE_, REACT_APP_, ...) is critical wherever it stands: every visitor
/// gets it with the bundle. Looks at the line before each secret. Rules that go by the
/// name take part only if it says password or secret: "VITE_API_KEY" may be meant.
void grade_public_variables(std::string_view text, std::span<const Rule> rules,
                            std::vector<Candidate>& candidates);

}  // namespace leaksieve
