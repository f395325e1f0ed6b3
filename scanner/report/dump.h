#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace leaksieve {

/// `json` as text with a line feed at the end, indented by `indent` spaces a level, on
/// one line if that is -1. In strings bytes that are not UTF-8 become U+FFFD.
///
/// All of it is ASCII: a report is also printed to terminals, where characters of a
/// repository could move the cursor or reorder a line. Any JSON parser gives them back.
std::string dump_json(const nlohmann::ordered_json& json, int indent);

}  // namespace leaksieve
