#include "scanner/report/lifetime.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {

TEST_CASE("lifetime_in_words says where a secret is alive and whether it is overdue") {
  Exposure exposure;
  exposure.since = "2025-01-02T03:04:05Z";
  exposure.days = 412;
  exposure.overdue = true;
  exposure.rotate_by = "2025-04-02";
  exposure.at_head = true;
  CHECK(
      lifetime_in_words(exposure) ==
      "in HEAD since 2025-01-02, 412 days old, no rotation recorded (due 2025-04-02)");

  exposure.at_head = false;
  exposure.removed_by.bytes[0] = 0xab;
  exposure.until = "2025-02-03T00:00:00Z";
  CHECK(lifetime_in_words(exposure).starts_with(
      "removed from HEAD on 2025-02-03 by ab0000000000, still in history, 412 days"));

  exposure.refs = {"refs/heads/old", "refs/tags/v1", "refs/tags/v2"};
  CHECK(lifetime_in_words(exposure).find("still on refs/heads/old and 2 more") !=
        std::string::npos);

  exposure.removed_by = {};
  exposure.until.clear();
  exposure.overdue = false;
  exposure.days = 1;
  CHECK(lifetime_in_words(exposure) ==
        "not in HEAD, still on refs/heads/old and 2 more since 2025-01-02, 1 day old, "
        "rotate by 2025-04-02");
}

}  // namespace leaksieve
