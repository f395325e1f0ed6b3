#include "scanner/base/date.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <ostream>

namespace leaksieve {

TEST_CASE("iso_day and parse_iso_day are each other's inverse") {
  CHECK(iso_day(0) == "1970-01-01");
  CHECK(iso_day(86399) == "1970-01-01");
  CHECK(iso_day(-1) == "1969-12-31");
  CHECK(iso_day(1795478400) == "2026-11-24");
  CHECK(parse_iso_day("2026-11-24") == 1795478400);
  for (std::int64_t day = -800000; day < 2900000; day += 997) {
    CHECK(parse_iso_day(iso_day(day * 86400)) ==
          (iso_day(day * 86400).empty() ? std::nullopt : std::optional(day * 86400)));
  }
}

TEST_CASE("iso_day of a moment that no calendar has is empty") {
  CHECK(iso_day(INT64_MAX).empty());
  CHECK(iso_day(INT64_MIN).empty());
  CHECK(iso_day(253402300799) == "9999-12-31");
  CHECK(iso_day(253402300800).empty());
}

TEST_CASE("parse_iso_day refuses what is no day") {
  for (const char* text : {"", "2026", "2026-13-01", "2026-02-30", "2026-1-01",
                           "2026-11-24 ", "2026/11/24", "-026-11-24", "20a6-11-24"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_day(text));
  }
  CHECK(parse_iso_day("2024-02-29"));
}

}  // namespace leaksieve
