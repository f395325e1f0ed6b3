#include "scanner/report/dump.h"

namespace leaksieve {

std::string dump_json(const nlohmann::ordered_json& json, int indent) {
  constexpr bool kAscii = true;
  return json.dump(indent, ' ', kAscii,
                   nlohmann::ordered_json::error_handler_t::replace) +
         '\n';
}

}  // namespace leaksieve
