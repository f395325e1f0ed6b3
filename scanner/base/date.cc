#include "scanner/base/date.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace leaksieve {

std::string iso_day(std::int64_t time) {
  using namespace std::chrono;
  // Days from year 0 to 9999, so that the arithmetic cannot overflow.
  constexpr std::int64_t kFirst = -62167219200;
  constexpr std::int64_t kLast = 253402300799;
  if (time < kFirst || time > kLast) return {};
  const year_month_day day{floor<days>(sys_seconds(seconds(time)))};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::optional<std::int64_t> parse_iso_day(std::string_view text) {
  using namespace std::chrono;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t begin, std::size_t size) {
    int value = -1;
    const char* const end = text.data() + begin + size;
    const auto [last, error] = std::from_chars(text.data() + begin, end, value);
    return error == std::errc() && last == end ? value : -1;
  };
  const int y = number(0, 4);
  const int m = number(5, 2);
  const int d = number(8, 2);
  if (y < 0 || m < 0 || d < 0) return std::nullopt;
  const year_month_day day{year(y), month(static_cast<unsigned>(m)),
                           std::chrono::day(static_cast<unsigned>(d))};
  if (!day.ok()) return std::nullopt;
  return duration_cast<seconds>(sys_days(day).time_since_epoch()).count();
}

}  // namespace leaksieve
