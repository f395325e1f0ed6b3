#include "scanner/report/lifetime.h"

#include <fmt/format.h>

#include <string_view>

namespace leaksieve {
namespace {

std::string_view day_of(std::string_view iso_date) { return iso_date.substr(0, 10); }

std::string days(std::int64_t count) {
  return fmt::format("{} day{}", count, count == 1 ? "" : "s");
}

std::string where_alive(const Exposure& exposure) {
  if (exposure.refs.empty()) return "still in history";
  std::string words = "still on " + exposure.refs.front();
  const std::size_t more = exposure.refs.size() - 1;
  if (more > 0) words += fmt::format(" and {} more", more);
  return words;
}

}  // namespace

std::string lifetime_in_words(const Exposure& exposure) {
  std::string words;
  if (exposure.at_head) {
    words = fmt::format("in HEAD since {}", day_of(exposure.since));
  } else if (!exposure.removed_by.is_zero()) {
    words = fmt::format("removed from HEAD on {} by {}, {}", day_of(exposure.until),
                        exposure.removed_by.hex().substr(0, 12), where_alive(exposure));
  } else {
    words = fmt::format("not in HEAD, {} since {}", where_alive(exposure),
                        day_of(exposure.since));
  }
  words += fmt::format(", {} old", days(exposure.days));
  if (!exposure.rotated.empty()) {
    words += ", rotation recorded on " + exposure.rotated;
    return words;
  }
  words += exposure.overdue
               ? fmt::format(", no rotation recorded (due {})", exposure.rotate_by)
               : fmt::format(", rotate by {}", exposure.rotate_by);
  return words;
}

}  // namespace leaksieve
