#include "scanner/match/validators/base64_json.h"

#include "scanner/base/text_encoding.h"

namespace leaksieve {

std::optional<nlohmann::json> json_object_of_base64(std::string_view text) {
  constexpr std::size_t kLongest = 16 * 1024;
  if (text.size() > kLongest) return std::nullopt;
  const auto bytes = from_base64(text);
  if (!bytes) return std::nullopt;
  constexpr bool kThrow = false;
  nlohmann::json value = nlohmann::json::parse(*bytes, nullptr, kThrow);
  if (!value.is_object()) return std::nullopt;
  return value;
}

}  // namespace leaksieve
