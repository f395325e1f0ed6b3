#include "scanner/policy/rotation.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {

TEST_CASE("rotation_days: rule, alias, tag, kind, severity, all, and else") {
  constexpr std::string_view kAliases[] = {"acme-pat"};
  constexpr std::string_view kTags[] = {"payment"};
  Rule rule;
  rule.id = "acme";
  rule.aliases = kAliases;
  rule.tags = kTags;
  Finding finding;
  finding.rule = &rule;
  finding.severity = Severity::critical;
  RotateAfter after;
  CHECK(rotation_days(after, finding, 90) == 90);
  after.days = 80;
  CHECK(rotation_days(after, finding, 90) == 80);
  std::int64_t days = 70;
  for (const char* name : {"critical", "token", "payment", "acme-pat", "acme"}) {
    CAPTURE(name);
    after.by_name[name] = --days;
    CHECK(rotation_days(after, finding, 90) == days);
  }
  after.by_name = {{"low", 1}};
  CHECK(rotation_days(after, finding, 90) == 80);
}

TEST_CASE("set_rotation") {
  Exposure exposure;
  exposure.days = 31;
  exposure.since_time = 1767225600;  // 2026-01-01
  set_rotation(30, exposure);
  CHECK(exposure.rotate_by == "2026-01-31");
  CHECK(exposure.overdue);
  set_rotation(31, exposure);
  CHECK_FALSE(exposure.overdue);
}

}  // namespace leaksieve
