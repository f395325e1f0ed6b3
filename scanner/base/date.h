#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace leaksieve {

/// The day of a moment in UTC, "2026-11-24"; `time` in seconds since 1970. Empty
/// outside of the years 0 to 9999.
std::string iso_day(std::int64_t time);

/// The first second of a day "2026-11-24" in UTC, since 1970; nullopt if it is none.
std::optional<std::int64_t> parse_iso_day(std::string_view day);

}  // namespace leaksieve
