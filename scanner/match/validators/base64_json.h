#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

namespace leaksieve {

/// The JSON object that `text` encodes in base64 (either alphabet, padding optional);
/// nothing if it is no base64, no JSON, another value, or longer than 16 KiB.
std::optional<nlohmann::json> json_object_of_base64(std::string_view text);

}  // namespace leaksieve
