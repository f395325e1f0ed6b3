#include "scanner/base/size_text.h"

#include <charconv>

namespace leaksieve {

std::optional<std::uint64_t> parse_size(std::string_view text) {
  std::uint64_t size = 0;
  const char* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, size);
  const std::string_view unit(end, static_cast<std::size_t>(last - end));
  const int shift = unit.empty()  ? 0
                    : unit == "K" ? 10
                    : unit == "M" ? 20
                    : unit == "G" ? 30
                                  : -1;
  if (error != std::errc() || shift < 0 || size == 0 || size > (UINT64_MAX >> 30)) {
    return std::nullopt;
  }
  return size << shift;
}

}  // namespace leaksieve
