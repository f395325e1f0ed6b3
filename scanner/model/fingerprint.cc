#include "scanner/model/fingerprint.h"

#include "scanner/base/hash.h"

namespace leaksieve {

std::string location_fingerprint(std::string_view where, std::string_view rule,
                                 std::string_view path, std::uint64_t ordinal) {
  std::string text;
  const std::string number = std::to_string(ordinal);
  for (const std::string_view part : {std::string_view("leaksieve/location/1"), where,
                                      rule, path, std::string_view(number)}) {
    text.append(part);
    text.push_back('\0');
  }
  return hex(sha256(text));
}

}  // namespace leaksieve
