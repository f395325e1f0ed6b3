#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "scanner/model/rule.h"

namespace leaksieve {

/// SARIF's `level` of a severity: "error" (critical and high), "warning" or "note".
std::string_view sarif_level(Severity severity);

/// `text` for people to read in a SARIF message: visible(), braces doubled
/// (SARIF 2.1.0, 3.11.5: else they are placeholders), and no brackets that make a link
/// (3.11.6).
std::string sarif_text(std::string_view text);

/// `text` with a full stop, if it does not end a sentence yet. Empty stays empty.
std::string as_sentence(std::string_view text);

/// The rule as a SARIF `reportingDescriptor` (3.49), with the tags and properties that
/// GitHub reads.
nlohmann::ordered_json sarif_rule(const Rule& rule);

}  // namespace leaksieve
